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
import org.jspecify.annotations.Nullable;

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

    private static final Memory<Chapter, String> MEMORY = new Memory<>(Chapter::html);

    private Book() {}

    /** Joins the pages, each given with its HTML. */
    static String body(Map<Page, String> pages) throws IOException {
        var names = pages.keySet().stream().map(page -> page.file().href()).collect(Collectors.toSet());
        return String.join(
                "\n",
                Parallel.map(
                        List.copyOf(pages.entrySet()),
                        entry -> MEMORY.of(chapter(entry.getKey(), entry.getValue(), names))));
    }

    private static Chapter chapter(Page page, String html, Set<String> pages) {
        return new Chapter(page.file().slug(), page.title(), html, pages);
    }

    /** A page in the book, which has these pages. */
    private record Chapter(String slug, String title, String body, Set<String> pages) {

        @Override
        public boolean equals(@Nullable Object other) { // written out for a quick start, as that of Page
            return other instanceof Chapter chapter
                    && chapter.slug.equals(slug)
                    && chapter.title.equals(title)
                    && chapter.body.equals(body)
                    && chapter.pages.equals(pages);
        }

        @Override
        public int hashCode() {
            return slug.hashCode() * 31 + body.hashCode();
        }

        String html() {
            var demoted = TAG.matcher(body).replaceAll(tag -> Matcher.quoteReplacement(tag(tag)));
            return "<section class=\"chapter\">\n<h2 id=\"%s\">%s</h2>\n%s</section>\n"
                    .formatted(slug, Highlighter.escape(title), demoted);
        }

        /** A tag as it is in the book: one level down if it is of a heading, and with the names that it has there. */
        private String tag(MatchResult tag) {
            var name = tag.group(2);
            var attributes = tag.group(3).isEmpty()
                    ? ""
                    : REFERENCE
                            .matcher(tag.group(3))
                            .replaceAll(attribute -> Matcher.quoteReplacement(
                                    attribute.group(1) + "=\"" + named(attribute.group(1), attribute.group(2)) + "\""));
            return "<" + tag.group(1) + (DEMOTED.matcher(name).matches() ? "h" + (name.charAt(1) - '0' + 1) : name)
                    + attributes + ">";
        }

        private String named(String attribute, String value) {
            var hash = value.indexOf('#');
            var target = hash < 0 ? value : value.substring(0, hash);
            if (attribute.startsWith("marker")) {
                return value.replace("url(#", "url(#" + slug + "--");
            } else if (!attribute.equals("href")) {
                return Stream.of(value.split(" ", -1))
                        .map(id -> slug + "--" + id)
                        .collect(Collectors.joining(" "));
            } else if (hash == 0) {
                return "#" + slug + "--" + value.substring(1);
            } else if (pages.contains(target)) {
                var other = target.substring(0, target.length() - ".html".length());
                return "#" + other + (hash < 0 ? "" : "--" + value.substring(hash + 1));
            }
            return value;
        }
    }
}
