package portzero.grader.notes.view;

/**
 * A page in the navigation, as the templates see it.
 *
 * @param number the number of the chapter or lab; empty for none
 * @param current whether it is the page itself
 */
public record NavItem(String number, String title, String summary, String href, boolean current) {}
