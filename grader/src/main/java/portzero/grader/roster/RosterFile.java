package portzero.grader.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import portzero.grader.intake.Submission;

/**
 * A list of the class, as learning platforms and spreadsheets export it, with a line of headings.
 *
 * <p>It is not asked which column says whose a submission is: all are compared with what the platform tells of the people, and
 * the one that names the most of them comes first. A person has one line and a line one person, or neither has one.
 */
public final class RosterFile {

    private final Path file;
    private final RosterTable table;

    private RosterFile(Path file, RosterTable table) {
        this.file = file;
        this.table = table;
    }

    /**
     * Reads the file.
     *
     * @throws RosterException if it is no such list
     * @throws IOException if it cannot be read
     */
    public static RosterFile read(Path file) throws RosterException, IOException {
        return new RosterFile(file, RosterTable.read(file));
    }

    /**
     * Finds out which submission is whose.
     *
     * @throws RosterException if nothing on the list names any of them
     */
    public RosterMatch match(List<Submission> submissions) throws RosterException {
        return new RosterMatcher(file, table, submissions).match();
    }
}
