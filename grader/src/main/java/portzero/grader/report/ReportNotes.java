package portzero.grader.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import portzero.grader.report.view.Link;
import portzero.grader.text.SafeText;
import portzero.grader.wording.ListLimits;
import portzero.grader.wording.ReadingLink;

/**
 * Links from result pages into the notes, where these have been rendered to {@code RESULTS/notes};
 * plain text where not, as a dead link helps nobody. Remembers what it found; not thread-safe.
 */
final class ReportNotes {
    private static final String FOLDER = "notes";

    /** Relative, downwards, and nothing that begins a scheme. */
    private static final Pattern HREF = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*(#[A-Za-z0-9._~-]*)?");

    private final Path results;
    private final Function<String, Optional<ReadingLink>> readings;
    private final Map<String, Link> fromRoot = new HashMap<>();

    ReportNotes(Path results, Function<String, Optional<ReadingLink>> readings) {
        this.results = results;
        this.readings = readings;
    }

    /**
     * The link for a page.
     *
     * @param root the way from the page to {@code RESULTS/}, empty or {@code ../}
     */
    Link link(String reading, String root) {
        Link link = fromRoot.computeIfAbsent(reading, this::find);
        return link.leads() ? new Link(link.text(), root + link.href()) : link;
    }

    private Link find(String reading) {
        String plain = SafeText.line(reading, ListLimits.LINE);
        return readings.apply(reading)
                .map(found -> new Link(found.inPrint(plain), href(found.href())))
                .orElseGet(() -> new Link(ReadingLink.unresolved(plain), ""));
    }

    private String href(String href) {
        String page = href.replaceFirst("#.*", "");
        boolean there = HREF.matcher(href).matches()
                && !page.contains("..")
                && Files.isRegularFile(results.resolve(FOLDER).resolve(page));
        return there ? FOLDER + "/" + href : "";
    }
}
