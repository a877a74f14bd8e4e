package portzero.grader.notes;

/**
 * A place in the notes that a reader can be sent to.
 *
 * @param title the heading of the section, or the title of the chapter when the whole of it is meant
 * @param chapter the title of the chapter
 * @param href the address within the rendered site, such as {@code tcp.html#partial-reads}
 */
public record Section(String title, String chapter, String href) {}
