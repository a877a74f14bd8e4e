package portzero.grader.notes.view;

/**
 * A heading in a page's own table of contents, as the templates see it.
 *
 * @param level 2 for a section, 3 for one below it
 */
public record TocItem(String id, String title, int level) {}
