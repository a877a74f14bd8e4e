package portzero.grader.notes.site;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.node.Heading;
import org.commonmark.node.Paragraph;
import portzero.grader.notes.markdown.HeadingId;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.problem.ProblemList;

/** The chapter {@code glossary}, in which each heading of the third level is a term and the paragraph below defines it. */
public final class Glossary {
    public static final String SLUG = "glossary";

    private static final int TERM = 3;

    private final Map<String, Paragraph> terms = new TreeMap<>();

    /** Reads the terms, if there is a glossary among the pages. A term without a definition is a problem. */
    public static Glossary of(Site site, ProblemList problems) {
        var glossary = new Glossary();
        site.chapters().stream()
                .filter(page -> page.file().slug().equals(SLUG))
                .forEach(page -> glossary.read(page, problems));
        return glossary;
    }

    Optional<Paragraph> definition(String id) {
        return Optional.ofNullable(terms.get(id));
    }

    /** What to say of a link to a term that is not there. */
    String unknown(String id) {
        var nearest = terms.keySet().stream().min(Comparator.comparingInt(term -> distance(term, id)));
        return "“%s” is an unknown glossary term. %sAdd it to the glossary or correct the link."
                .formatted(id, nearest.map("Did you mean “%s”? "::formatted).orElse(""));
    }

    private void read(Page page, ProblemList problems) {
        Markdown.children(page.document())
                .filter(node -> node instanceof Heading heading && heading.getLevel() == TERM)
                .map(Heading.class::cast)
                .forEach(heading -> read(heading, page, problems));
    }

    private void read(Heading heading, Page page, ProblemList problems) {
        if (heading.getNext() instanceof Paragraph definition && heading.getFirstChild() instanceof HeadingId id) {
            terms.put(id.id(), definition);
        } else {
            problems.add(
                    page.file().path(),
                    heading,
                    "The term has no definition. Write it as the paragraph below the term.");
        }
    }

    /** How many letters must be added, removed or changed to make one word of the other. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
