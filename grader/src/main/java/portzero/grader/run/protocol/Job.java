package portzero.grader.run.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.limits.LimitSetting;

/**
 * One submission to one lab, to be graded.
 *
 * @param lab the lab's id
 * @param student the student's key, safe as a file name
 * @param name the student as the submission names them; hostile text
 * @param layers what was handed in; several are laid over each other, and a file of an earlier one wins: a mistake over the
 *     reference solution, for instance
 * @param release the Java that it is compiled for: {@link LimitSetting#JAVA_RELEASE} for what a student hands in
 * @param notes what the student should know about how the submission was found
 * @param known the digests of a result that is already there, to be left alone if nothing has changed
 */
public record Job(
        String lab,
        String student,
        String name,
        List<Layer> layers,
        int release,
        List<String> notes,
        @Nullable Known known) {

    public Job {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /**
     * The entries that make up one submission: a folder or an archive, or loose files.
     *
     * @param entries at least one
     */
    public record Layer(List<Entry> entries) {
        public Layer {
            entries = List.copyOf(entries);
        }

        /** A folder or archive under its own name. */
        public static Layer of(String source) {
            return new Layer(List.of(new Entry(source, null)));
        }
    }

    /**
     * A folder, an archive or a loose file.
     *
     * @param source where it is, {@link SubmissionPaths#text}
     * @param name how the student called it; null for the name that it has; hostile text
     */
    public record Entry(String source, @Nullable String name) {}

    /**
     * What an earlier result was a result of.
     *
     * @param submission the submission's digest
     * @param suite the suite's digest
     */
    public record Known(String submission, String suite) {}
}
