package portzero.grader.notes.view;

import java.util.List;

/**
 * A page as the templates see it.
 *
 * @param site the title of the whole site
 * @param root how to get from the page to the title page's folder: empty, or {@code ../} as often as needed
 * @param kicker what stands above the title, such as {@code Chapter 3}
 * @param body trusted HTML: all text in it has been escaped
 */
public record PageView(
        String site,
        String root,
        String kicker,
        String title,
        String summary,
        String body,
        List<TocItem> toc,
        List<NavGroup> groups,
        PageLinks links) {

    public PageView {
        toc = List.copyOf(toc);
        groups = List.copyOf(groups);
    }
}
