package portzero.grader.notes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All pages one behind the other, to be printed. Links between them stay within the book.
 *
 * <p>The tags are changed as text, without a parser: they are those of {@link BodyHtml}, in which no sign of HTML stands
 * for itself in text or in an attribute.
 */
final class Book {
    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)([^<>]*)>");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=\\s)(id|href|aria-describedby|aria-labelledby|marker-(?:start|end))=\"([^\"]*)\"");
    private static final Pattern DEMOTED = Pattern.compile("h[2-5]");

    private final Set<String> pages;

    private Book(Set<String> pages) {
        this.pages = pages;
    }

    /** Joins the pages, each given with its HTML. */
    static String body(Map<Page, String> pages) throws IOException {
        var book =
                new Book(pages.keySet().stream().map(page -> page.file().href()).collect(Collectors.toSet()));
        return String.join("\n", Parallel.map(List.copyOf(pages.entrySet()), book::chapter));
    }

    private String chapter(Map.Entry<Page, String> entry) {
        var page = entry.getKey();
        var slug = page.file().slug();
        var html = TAG.matcher(entry.getValue()).replaceAll(tag -> Matcher.quoteReplacement(tag(tag, slug)));
        return "<section class=\"chapter\">\n<h2 id=\"%s\">%s</h2>\n%s</section>\n"
                .formatted(slug, Highlighter.escape(page.title()), html);
    }

    /** A tag as it is in the book: one level down if it is of a heading, and with the names that it has there. */
    private String tag(MatchResult tag, String slug) {
        var name = tag.group(2);
        var attributes = tag.group(3).isEmpty()
                ? ""
                : REFERENCE
                        .matcher(tag.group(3))
                        .replaceAll(attribute -> Matcher.quoteReplacement("%s=\"%s\""
                                .formatted(attribute.group(1), named(attribute.group(1), attribute.group(2), slug))));
        return "<" + tag.group(1) + (DEMOTED.matcher(name).matches() ? "h" + (name.charAt(1) - '0' + 1) : name)
                + attributes + ">";
    }

    private String named(String attribute, String value, String slug) {
        var hash = value.indexOf('#');
        var target = hash < 0 ? value : value.substring(0, hash);
        if (attribute.startsWith("marker")) {
            return value.replace("url(#", "url(#" + slug + "--");
        } else if (!attribute.equals("href")) {
            return Stream.of(value.split(" ", -1)).map(id -> slug + "--" + id).collect(Collectors.joining(" "));
        } else if (hash == 0) {
            return "#" + slug + "--" + value.substring(1);
        } else if (pages.contains(target)) {
            var other = target.substring(0, target.length() - ".html".length());
            return "#" + other + (hash < 0 ? "" : "--" + value.substring(hash + 1));
        }
        return value;
    }
}
