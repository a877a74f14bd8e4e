package portzero.grader.notes;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes of the pages of a site what the templates show. */
final class Views {
    private static final int DEEPEST_IN_TOC = 3;

    private final Site site;
    private final Glossary glossary;
    private final List<Page> inOrder;

    Views(Site site, Glossary glossary) {
        this.site = site;
        this.glossary = glossary;
        this.inOrder = site.inOrder();
    }

    PageView of(Page page) {
        var at = inOrder.indexOf(page);
        var previous = at > 0 ? inOrder.get(at - 1) : null;
        var next = at >= 0 && at + 1 < inOrder.size() ? inOrder.get(at + 1) : null;
        return new PageView(
                site.index().title(),
                "",
                kicker(page),
                page.title(),
                page.summary(),
                BodyHtml.of(page, glossary),
                toc(page),
                items(site.chapters(), page),
                items(site.labs(), page),
                item(previous),
                item(next));
    }

    /** The page that shows one file, highlighted. */
    PageView of(String path, String code) {
        var depth = (int) path.chars().filter(c -> c == '/').count() + 1;
        var body = "<figure class=\"code\"><pre tabindex=\"0\"><code>" + Highlighter.html(code, Language.of(path))
                + "</code></pre></figure>";
        var title = path.substring(path.lastIndexOf('/') + 1);
        return new PageView(
                site.index().title(),
                "../".repeat(depth),
                "Source",
                title,
                path,
                body,
                List.of(),
                items(site.chapters(), null),
                items(site.labs(), null),
                null,
                null);
    }

    private static String kicker(Page page) {
        return switch (page.file().kind()) {
            case INDEX -> "";
            case CHAPTER -> "Chapter " + page.order();
            case LAB -> "Lab sheet";
        };
    }

    private static List<TocItem> toc(Page page) {
        return page.anchors().all().stream()
                .filter(anchor -> anchor.level() <= DEEPEST_IN_TOC)
                .map(anchor -> new TocItem(anchor.id(), anchor.title(), anchor.level()))
                .toList();
    }

    private static List<NavItem> items(List<Page> pages, @Nullable Page current) {
        return IntStream.range(0, pages.size())
                .mapToObj(i -> item(pages.get(i), pages.get(i).equals(current)))
                .toList();
    }

    private static @Nullable NavItem item(@Nullable Page page) {
        return page == null ? null : item(page, false);
    }

    /** The title of a sheet has its number in it already. */
    private static NavItem item(Page page, boolean current) {
        var number = page.file().kind() == PageFile.Kind.CHAPTER ? String.valueOf(page.order()) : "";
        return new NavItem(number, page.title(), page.summary(), page.file().href(), current);
    }
}
