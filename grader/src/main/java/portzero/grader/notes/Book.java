package portzero.grader.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** All pages one behind the other, to be printed. Links between them stay within the book. */
final class Book {
    private static final List<String> REFERENCES = List.of("href", "aria-describedby", "aria-labelledby");

    private final Set<String> pages;
    private final List<String> chapters = new ArrayList<>();

    private Book(Set<String> pages) {
        this.pages = pages;
    }

    /** Joins the pages, each given with its HTML. */
    static String body(Map<Page, String> pages) {
        var book =
                new Book(pages.keySet().stream().map(page -> page.file().href()).collect(Collectors.toSet()));
        pages.forEach(book::add);
        return String.join("\n", book.chapters);
    }

    private void add(Page page, String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        var slug = page.file().slug();
        document.select("[id]").forEach(element -> element.id(slug + "--" + element.id()));
        document.select("h5").tagName("h6");
        document.select("h4").tagName("h5");
        document.select("h3").tagName("h4");
        document.select("h2").tagName("h3");
        REFERENCES.forEach(name -> document.select("[" + name + "]").forEach(element -> refer(element, name, page)));
        chapters.add("<section class=\"chapter\">\n<h2 id=\"%s\">%s</h2>\n%s</section>\n"
                .formatted(
                        slug, Highlighter.escape(page.title()), document.body().html()));
    }

    private void refer(Element element, String name, Page page) {
        var value = element.attr(name);
        var hash = value.indexOf('#');
        var target = hash < 0 ? value : value.substring(0, hash);
        if (!name.equals("href")) {
            var ids = Stream.of(value.split(" ", -1)).map(id -> page.file().slug() + "--" + id);
            element.attr(name, ids.collect(Collectors.joining(" ")));
        } else if (hash == 0) {
            element.attr(name, "#" + page.file().slug() + "--" + value.substring(1));
        } else if (pages.contains(target)) {
            var slug = target.substring(0, target.length() - ".html".length());
            element.attr(name, "#" + slug + (hash < 0 ? "" : "--" + value.substring(hash + 1)));
        }
    }
}
