package portzero.grader.notes.view;

import java.util.List;

/**
 * Pages under one heading of the navigation, as the templates see them.
 *
 * @param id of the heading on the title page
 * @param title of the group, such as {@code Labs}
 * @param href the first page of the group
 * @param items none where the group is closed
 */
public record NavGroup(String id, String title, String href, List<NavItem> items) {

    public NavGroup {
        items = List.copyOf(items);
    }
}
