package portzero.grader.notes.view;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.concurrent.ParallelTasks;
import portzero.grader.notes.html.BodyHtml;
import portzero.grader.notes.html.Highlighter;
import portzero.grader.notes.markdown.Language;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.site.Glossary;
import portzero.grader.notes.site.Redirects;
import portzero.grader.notes.site.Site;
import portzero.grader.notes.site.SiteAddresses;
import portzero.grader.notes.source.LinkedFiles;
import portzero.grader.text.HtmlEscape;

/** Makes of the pages of a site what the templates show. */
public final class PageViewFactory {
    private static final int DEEPEST_IN_TOC = 3;

    private final Site site;
    private final SiteAddresses addresses;
    private final LinkedFiles sources;
    private final Redirects redirects;
    private final Navigation navigation;
    private final List<Page> inOrder;
    private final Map<Page, Integer> places = new HashMap<>();
    private final Map<Page, String> bodies = new LinkedHashMap<>();

    public PageViewFactory(
            Site site, SiteAddresses addresses, LinkedFiles sources, Redirects redirects, Glossary glossary)
            throws IOException {
        this.site = site;
        this.addresses = addresses;
        this.sources = sources;
        this.redirects = redirects;
        this.inOrder = site.inOrder();
        this.navigation = new Navigation(site);
        var pages = site.all();
        var made = ParallelTasks.map(pages, page -> BodyHtml.of(page, glossary));
        IntStream.range(0, pages.size()).forEach(i -> bodies.put(pages.get(i), made.get(i)));
        IntStream.range(0, inOrder.size()).forEach(i -> places.put(inOrder.get(i), i));
    }

    public PageView of(Page page) {
        var at = places.getOrDefault(page, -1);
        var links = new PageLinks(
                at > 0 ? Navigation.item(inOrder.get(at - 1), false) : null,
                at >= 0 && at + 1 < inOrder.size() ? Navigation.item(inOrder.get(at + 1), false) : null,
                addresses.edit(sources.relative(page.file().path())),
                addresses.published(page.file().href()),
                null);
        var body = bodies.get(page) + stubs(page.file().slug());
        return view("", new Top(kicker(page), page.title(), page.summary()), body, toc(page), links, page);
    }

    /** The page that shows one file, highlighted. */
    public PageView of(String path, String code) {
        var depth = (int) path.chars().filter(c -> c == '/').count() + 1;
        var body = "<figure class=\"code\"><pre tabindex=\"0\"><code>" + Highlighter.html(code, Language.of(path))
                + "</code></pre></figure>";
        var title = path.substring(path.lastIndexOf('/') + 1);
        return view("../".repeat(depth), new Top("Source", title, path), body, List.of(), PageLinks.NONE, null);
    }

    /** The whole book on one page. */
    public PageView book() throws IOException {
        var pages = new LinkedHashMap<>(bodies);
        pages.remove(site.index());
        var toc = inOrder.stream()
                .map(page -> new TocItem(page.file().slug(), page.title(), 2))
                .toList();
        var body = "<div class=\"book\">" + Book.body(pages) + "</div>";
        var index = site.index();
        return view("", new Top("The whole book", index.title(), index.summary()), body, toc, PageLinks.NONE, null);
    }

    /** The page that stands where another has been before. */
    public PageView moved(String old) {
        var now = redirects.now(old);
        var links = new PageLinks(null, null, null, null, Redirects.href(now));
        var body = "<p>This chapter is now <a class=\"moved-page\" href=\"%s\">%s</a>.</p>"
                .formatted(Redirects.href(now), HtmlEscape.escape(site.title(now)));
        return view("", new Top("", "Moved", ""), body + stubs(old), List.of(), links, null);
    }

    /** Places for links to sections that have left the page {@code slug}. */
    private String stubs(String slug) {
        return redirects.all().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(slug + "#"))
                .map(entry -> "<p class=\"moved\" id=\"%s\">This section is now in <a href=\"%s\">%s</a>.</p>\n"
                        .formatted(
                                entry.getKey().substring(slug.length() + 1),
                                Redirects.href(entry.getValue()),
                                HtmlEscape.escape(site.title(entry.getValue()))))
                .collect(Collectors.joining());
    }

    private PageView view(
            String root, Top top, String body, List<TocItem> toc, PageLinks links, @Nullable Page current) {
        var groups = site.index().equals(current) ? navigation.whole() : navigation.around(current);
        return new PageView(site.index().title(), root, top.kicker, top.title, top.summary, body, toc, groups, links);
    }

    /** What stands above a page's text. */
    private record Top(String kicker, String title, String summary) {}

    private static String kicker(Page page) {
        return switch (page.file().kind()) {
            case INDEX -> "";
            case CHAPTER -> "Chapter " + page.order();
            case LAB -> "Lab sheet";
        };
    }

    private static List<TocItem> toc(Page page) {
        return page.anchors().all().stream()
                .filter(anchor -> anchor.level() <= deepestInToc(page))
                .map(anchor -> new TocItem(anchor.id(), anchor.title(), anchor.level()))
                .toList();
    }

    /** The glossary is listed by its letters: a hundred terms are no overview. */
    private static int deepestInToc(Page page) {
        return page.file().slug().equals(Glossary.SLUG) ? 2 : DEEPEST_IN_TOC;
    }
}
