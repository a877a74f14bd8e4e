package portzero.grader.notes.view;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.concurrent.Memoizer;
import portzero.grader.notes.concurrent.ParallelTasks;
import portzero.grader.notes.html.BodyHtml;
import portzero.grader.notes.page.Page;
import portzero.grader.text.HtmlEscape;

/**
 * All pages one behind the other, to be printed. Links between them stay within the book.
 *
 * <p>The tags are changed as text, without a parser: they are those of {@link BodyHtml}, in which no sign of HTML stands
 * for itself in text or in an attribute.
 */
final class Book {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=\\s)(id|href|aria-describedby|aria-labelledby|marker-(?:start|end))=\"([^\"]*)\"");

    /** One of these is in each tag that refers to something; most tags only colour code. */
    private static final List<String> MARKS = List.of(" id=", " href=", " aria-", " marker-");

    private static final Memoizer<Chapter, String> MEMORY = new Memoizer<>(Chapter::html);

    private Book() {}

    /** Joins the pages, each given with its HTML. */
    static String body(Map<Page, String> pages) throws IOException {
        var names = pages.keySet().stream().map(page -> page.file().href()).collect(Collectors.toSet());
        return String.join(
                "\n",
                ParallelTasks.map(
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
            return "<section class=\"chapter\">\n<h2 id=\"" + slug + "\">" + HtmlEscape.escape(title) + "</h2>\n"
                    + demoted() + "</section>\n";
        }

        /** The text with its tags as they are in the book. */
        private String demoted() {
            var html = new StringBuilder(body.length() + body.length() / 8);
            var copied = 0;
            for (var open = body.indexOf('<'); open >= 0; open = body.indexOf('<', copied)) {
                var close = body.indexOf('>', open) + 1;
                html.append(body, copied, open).append(tag(body.substring(open, close)));
                copied = close;
            }
            return html.append(body, copied, body.length()).toString();
        }

        /** A tag as it is in the book: one level down if it is of a heading, and with the names that it has there. */
        private String tag(String tag) {
            var demoted = demoted(tag);
            return refers(demoted) ? renamed(demoted) : demoted;
        }

        private static boolean refers(String tag) {
            for (var mark : MARKS) {
                if (tag.contains(mark)) {
                    return true;
                }
            }
            return false;
        }

        private static String demoted(String tag) {
            var level = tag.startsWith("<h") ? 2 : tag.startsWith("</h") ? 3 : 0;
            return level > 0 && "2345".indexOf(tag.charAt(level)) >= 0
                    ? tag.substring(0, level) + (char) (tag.charAt(level) + 1) + tag.substring(level + 1)
                    : tag;
        }

        private String renamed(String tag) {
            return REFERENCE
                    .matcher(tag)
                    .replaceAll(attribute -> Matcher.quoteReplacement(
                            attribute.group(1) + "=\"" + named(attribute.group(1), attribute.group(2)) + "\""));
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
