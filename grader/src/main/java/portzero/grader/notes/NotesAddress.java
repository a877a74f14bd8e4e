package portzero.grader.notes;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a section of the notes can be read. */
public final class NotesAddress {

    private NotesAddress() {}

    /**
     * The address of a page that was rendered, if the course has one, and otherwise the chapter's file.
     *
     * @param reading chapter and section, {@code tcp#partial-reads}
     */
    public static String of(Path home, String reading) {
        String chapter = reading.replaceFirst("#.*", "");
        String section = reading.substring(chapter.length());
        Path page = home.resolve("notes").resolve(chapter + ".html");
        if (Files.exists(page)) {
            return page.toUri() + section;
        }
        Path source = home.resolve("docs/notes").resolve(chapter + ".md");
        return source + (section.isEmpty() ? "" : ", section " + section)
                + "; ./lab notes --serve shows the notes in a browser";
    }
}
