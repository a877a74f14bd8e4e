package portzero.grader.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import portzero.grader.notes.NotesIndex;
import portzero.grader.notes.NotesSite;
import portzero.grader.notes.problem.NotesException;
import portzero.grader.wording.ReadingLink;

/** Links from failures to the course notes. */
public final class NotesLinks {

    private NotesLinks() {}

    /** Finds the section of the notes that a test names. */
    public static Function<String, Optional<ReadingLink>> readings(Path home) {
        NotesIndex readings = NotesIndex.of(home);
        return id -> readings.find(id).map(section -> new ReadingLink(section.title(), section.href()));
    }

    /** Puts the notes beside a report, so that its links work wherever the folder goes. */
    public static void renderBeside(Path results, Path home, PrintWriter err) throws IOException {
        try {
            NotesSite.render(home, results.resolve("notes"));
        } catch (NotesException broken) {
            err.println("The notes have problems, so that the report has no links into them; ./lab notes lists them.");
        }
    }
}
