package portzero.grader.notes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.page.Page;
import portzero.grader.notes.site.Site;
import portzero.grader.notes.source.PageFile;

/** How pages lead to one another: by chapters, in their parts if the book has any, and labs. */
final class Navigation {
    private static final String CHAPTERS = "Chapters";
    private static final String LABS = "Labs";

    private final Map<String, List<Page>> groups = new LinkedHashMap<>();
    private final boolean hasParts;

    Navigation(Site site) {
        site.inOrder()
                .forEach(page -> groups.computeIfAbsent(group(page), title -> new ArrayList<>())
                        .add(page));
        this.hasParts = site.chapters().stream().anyMatch(page -> !page.part().isEmpty());
    }

    /** All groups with all their pages. */
    List<NavGroup> whole() {
        return groups.keySet().stream().map(title -> open(title, null)).toList();
    }

    /**
     * All groups as {@code current} shows them. In a book with parts only the part that the page is in has its pages:
     * a thousand pages that each list a thousand are too many to load and to look through.
     */
    List<NavGroup> around(@Nullable Page current) {
        var own = current == null ? "" : group(current);
        return groups.keySet().stream()
                .map(title -> hasParts && !title.equals(own) ? closed(title) : open(title, current))
                .toList();
    }

    /** The title of a sheet has its number in it already. */
    static NavItem item(Page page, boolean current) {
        var number = page.file().kind() == PageFile.Kind.CHAPTER ? String.valueOf(page.order()) : "";
        return new NavItem(number, page.title(), page.summary(), page.file().href(), current);
    }

    private NavGroup open(String title, @Nullable Page current) {
        var items = pages(title).stream()
                .map(page -> item(page, page.equals(current)))
                .toList();
        return new NavGroup(id(title), title, items.get(0).href(), items);
    }

    private NavGroup closed(String title) {
        return new NavGroup(id(title), title, pages(title).get(0).file().href(), List.of());
    }

    private List<Page> pages(String title) {
        return groups.getOrDefault(title, List.of());
    }

    private String id(String title) {
        return switch (title) {
            case CHAPTERS, LABS -> title.toLowerCase(Locale.ROOT);
            default -> "part-" + (List.copyOf(groups.keySet()).indexOf(title) + 1);
        };
    }

    private static String group(Page page) {
        if (page.file().kind() == PageFile.Kind.LAB) {
            return LABS;
        }
        return page.part().isEmpty() ? CHAPTERS : page.part();
    }
}
