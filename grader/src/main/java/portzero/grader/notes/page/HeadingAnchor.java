package portzero.grader.notes.page;

/**
 * A heading that can be linked to.
 *
 * @param level 2 for a section, 3 and more below it
 * @param line where it stands in its file, from 1
 */
public record HeadingAnchor(String id, String title, int level, int line) {}
