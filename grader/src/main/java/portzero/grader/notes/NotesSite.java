package portzero.grader.notes;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portzero.grader.notes.block.CodeListingReader;
import portzero.grader.notes.block.SequenceReader;
import portzero.grader.notes.concurrent.ParallelTasks;
import portzero.grader.notes.html.Templates;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.site.Glossary;
import portzero.grader.notes.site.LinkChecker;
import portzero.grader.notes.site.PageResolver;
import portzero.grader.notes.site.Redirects;
import portzero.grader.notes.site.SearchIndex;
import portzero.grader.notes.site.Site;
import portzero.grader.notes.site.SiteAddresses;
import portzero.grader.notes.site.SiteAssets;
import portzero.grader.notes.site.SiteFolder;
import portzero.grader.notes.site.Sitemap;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.LinkedFiles;
import portzero.grader.notes.source.PageFile;
import portzero.grader.notes.source.Snippets;
import portzero.grader.notes.view.PageView;
import portzero.grader.notes.view.PageViewFactory;

/** Renders the notes of a checkout to a folder of HTML pages that need no server, and no JavaScript to be read. */
public final class NotesSite {
    private final CourseLayout home;
    private final SiteAddresses addresses;
    private final ProblemList problems;
    private final Site site;
    private final LinkedFiles sources;
    private final Redirects redirects;

    NotesSite(CourseLayout home, SiteAddresses addresses, ProblemList problems, Site site) throws IOException {
        this.home = home;
        this.addresses = addresses;
        this.problems = problems;
        this.site = site;
        this.sources = new LinkedFiles(home);
        this.redirects = Redirects.read(home, problems);
    }

    /**
     * Renders the notes. Nothing is written if anything is wrong with them.
     *
     * @param home the root of the checkout, or a folder that has notes only, the title page {@code index.md} among them
     * @param out a new or empty folder, or one that was rendered to before
     * @throws NotesException with every problem found in the notes
     * @throws NoSuchFileException if there are no notes in {@code home}
     * @throws FileAlreadyExistsException if {@code out} holds anything else than a notes site
     * @throws IOException if a file cannot be read or written
     */
    public static NotesSummary render(Path home, Path out) throws IOException, NotesException {
        return render(home, out, SiteAddresses.NONE, false);
    }

    /**
     * Renders the notes as {@link #render(Path, Path)} does, for a site that knows its addresses.
     *
     * @param strict whether warnings are errors
     */
    public static NotesSummary render(Path home, Path out, SiteAddresses addresses, boolean strict)
            throws IOException, NotesException {
        var start = System.nanoTime();
        var checked = new CourseLayout(home).checked();
        var problems = new ProblemList(checked.root());
        return new NotesSite(checked, addresses, problems, Site.read(checked, problems)).renderTo(out, strict, start);
    }

    private NotesSummary renderTo(Path out, boolean strict, long start) throws IOException, NotesException {
        var snippets = Snippets.of(home, problems);
        var listings = new CodeListingReader(home, snippets, sources, problems);
        redirects.check(site, problems);
        var glossary = Glossary.of(site, problems);
        var words = complete(listings, glossary);
        problems.throwIfAny(strict);
        write(SiteFolder.open(out), glossary);
        return new NotesSummary(
                site.all().size(),
                words.stream().mapToInt(Integer::intValue).sum(),
                listings.snippetsUsed(),
                listings.outputsUsed(),
                Duration.ofNanos(System.nanoTime() - start),
                problems.warnings());
    }

    /** The words of each page. */
    private List<Integer> complete(CodeListingReader listings, Glossary glossary) throws IOException {
        var links = new LinkChecker(home, site.byPath(), sources, glossary, redirects, problems);
        var sequences = new SequenceReader(home, problems);
        return ParallelTasks.map(site.all(), page -> PageResolver.complete(page, links, listings, sequences, problems));
    }

    /** Does all but read and write files. */
    void rehearse() throws IOException {
        var glossary = Glossary.of(site, problems);
        complete(new CodeListingReader(home, Snippets.of(home, problems), sources, problems), glossary);
        for (var text : texts(glossary).values()) {
            text.get();
        }
    }

    private void write(SiteFolder folder, Glossary glossary) throws IOException {
        SiteAssets.write(folder);
        var texts = texts(glossary);
        // A text depends on nothing that another one changes.
        ParallelTasks.forEach(
                List.copyOf(texts.entrySet()),
                text -> folder.write(text.getKey(), text.getValue().get()));
        for (var image : sources.copied().entrySet()) {
            folder.copy(image.getValue(), image.getKey());
        }
        folder.finish();
    }

    /** What a file will hold. */
    private interface Text {
        String get() throws IOException;
    }

    /** The files of text, by name; first those that take long, so that no processor is left with one at the end. */
    private Map<String, Text> texts(Glossary glossary) throws IOException {
        var views = new PageViewFactory(site, addresses, sources, redirects, glossary);
        var texts = new LinkedHashMap<String, Text>();
        texts.put("book.html", () -> html("notes/page.jte", views.book()));
        texts.put("search-index.js", () -> SearchIndex.script(site));
        for (var page : site.all()) {
            var template = page.file().kind() == PageFile.Kind.INDEX ? "notes/index.jte" : "notes/page.jte";
            texts.put(page.file().href(), () -> html(template, views.of(page)));
        }
        for (var id : redirects.all().keySet()) {
            var old = Redirects.pageOf(id);
            if (!site.has(old)) {
                texts.put(old + ".html", () -> html("notes/page.jte", views.moved(old)));
            }
        }
        if (addresses.base() != null) {
            texts.put("sitemap.xml", () -> Sitemap.xml(site, addresses));
        }
        for (var source : sources.shown().entrySet()) {
            var path = sources.relative(source.getValue());
            texts.put(
                    source.getKey(), () -> html("notes/page.jte", views.of(path, Files.readString(source.getValue()))));
        }
        return texts;
    }

    private static String html(String template, PageView view) {
        var output = new StringOutput();
        Templates.ENGINE.render(template, Map.of("page", view), output);
        return output.toString();
    }
}
