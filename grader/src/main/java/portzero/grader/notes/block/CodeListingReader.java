package portzero.grader.notes.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.markdown.Language;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.LinkedFiles;
import portzero.grader.notes.source.Snippets;
import portzero.grader.notes.source.Transcripts;

/**
 * Finds what a fenced code block stands for: code of its own, a part of a program, or what a program printed. Safe for use
 * by several threads.
 */
public final class CodeListingReader {
    private static final Set<String> INCLUDED = Set.of("snippet", "output", "transcript");

    /** What has a recorded output: a class, or a program in C or Python by its file. */
    private static final Pattern RECORDED = Pattern.compile("\\w+(\\.(c|py))?");

    private final CourseLayout home;
    private final Snippets snippets;
    private final LinkedFiles sources;
    private final ProblemList problems;
    private final Transcripts transcripts;
    private final Set<String> snippetsUsed = ConcurrentHashMap.newKeySet();
    private final Set<String> outputsUsed = ConcurrentHashMap.newKeySet();

    public CodeListingReader(CourseLayout home, Snippets snippets, LinkedFiles sources, ProblemList problems) {
        this.home = home;
        this.snippets = snippets;
        this.sources = sources;
        this.problems = problems;
        this.transcripts = new Transcripts(home, problems);
    }

    public int snippetsUsed() {
        return snippetsUsed.size();
    }

    public int outputsUsed() {
        return outputsUsed.size();
    }

    /** What to show in place of {@code block}; none if that is not to be found, which is then a problem. */
    public Optional<CodeListing> of(FencedCodeBlock block, Path page) throws IOException {
        var words = FenceInfo.words(block);
        var what = words.get(0);
        if (INCLUDED.contains(what)) {
            return included(block, page, words);
        }
        var language = Language.named(what);
        if (language.isEmpty()) {
            problems.warn(
                    page,
                    block,
                    "“%s” is no known language; it is shown as text. Known are %s.".formatted(what, Language.names()));
        }
        return Optional.of(new CodeListing(
                "", "", language.orElse(Language.TEXT), block.getLiteral().stripTrailing()));
    }

    private Optional<CodeListing> included(FencedCodeBlock block, Path page, List<String> words) throws IOException {
        if (words.size() != 2) {
            problems.add(
                    page,
                    block,
                    "“%s” needs one name behind it, that of a program in docs/snippets.".formatted(words.get(0)));
            return Optional.empty();
        }
        if (!block.getLiteral().isBlank()) {
            problems.add(page, block, "A block that is included has no text of its own. Remove it.");
        }
        return switch (words.get(0)) {
            case "snippet" -> snippet(block, page, words.get(1));
            case "output" -> output(block, page, words.get(1));
            default -> transcript(block, page, words.get(1));
        };
    }

    private Optional<CodeListing> snippet(FencedCodeBlock block, Path page, String reference) throws IOException {
        var hash = reference.indexOf('#');
        var name = hash < 0 ? reference : reference.substring(0, hash);
        var file = snippets.file(name);
        if (file.isEmpty()) {
            problems.add(
                    page,
                    block,
                    "There is no program %s in docs/snippets. Write it or correct the name.".formatted(name));
            return Optional.empty();
        }
        var program = file.get();
        var part = reference.substring(hash + 1);
        var code = hash < 0 ? Optional.of(Snippets.whole(program)) : Snippets.part(program, part);
        if (code.isEmpty()) {
            problems.add(
                    page,
                    block,
                    "%s has no part “%s”. Put it between %s%s and %s."
                            .formatted(name, part, Snippets.mark(program), part, Snippets.end(program)));
        }
        snippetsUsed.add(name);
        var href = sources.href(program);
        var fileName = program.getFileName().toString();
        return code.map(text -> new CodeListing(fileName, href, Language.of(fileName), text));
    }

    private Optional<CodeListing> output(FencedCodeBlock block, Path page, String name) throws IOException {
        var file = home.recording(name);
        if (!RECORDED.matcher(name).matches() || !Files.isRegularFile(file)) {
            problems.add(
                    page,
                    block,
                    ("There is no recorded output of %s. Record it with "
                                    + "mvn -pl docs/snippets test -Dportzero.record=true.")
                            .formatted(name));
            return Optional.empty();
        }
        outputsUsed.add(name);
        var text = Files.readString(file).stripTrailing();
        return Optional.of(new CodeListing("What " + name + " prints", "", Language.TEXT, text));
    }

    private Optional<CodeListing> transcript(FencedCodeBlock block, Path page, String name) throws IOException {
        if (!transcripts.has(name, block, page)) {
            return Optional.empty();
        }
        outputsUsed.add(name);
        var text = Files.readString(home.recording(name)).stripTrailing();
        return Optional.of(new CodeListing(transcripts.recordedOn(name), "", Language.TEXT, text));
    }
}
