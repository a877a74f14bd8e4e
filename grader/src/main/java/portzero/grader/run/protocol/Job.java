package portzero.grader.run.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.compile.Compiler;

/**
 * One submission to one lab, to be graded.
 *
 * @param lab the lab's id
 * @param student the student's key, safe as a file name
 * @param name the student as the submission names them; hostile text
 * @param source the folder or archive that was handed in; several folders are laid over each other, and a file of
 *     an earlier one wins: a mistake over the reference solution, for instance
 * @param release the Java that it is compiled for: {@link Compiler#RELEASE} for whatever a student hands in
 * @param notes what the student should know about how the submission was found
 * @param known the digests of a result that is already there, to be left alone if nothing has changed
 */
public record Job(
        String lab,
        String student,
        String name,
        List<String> source,
        int release,
        List<String> notes,
        @Nullable Known known) {

    public Job {
        source = List.copyOf(source);
        notes = List.copyOf(notes);
    }

    /**
     * What an earlier result was a result of.
     *
     * @param submission the submission's digest
     * @param suite the suite's digest
     */
    public record Known(String submission, String suite) {}
}
