package portzero.grader.export;

import java.util.Optional;
import portzero.grader.result.Result;

/** A form that has one file for each result. Thread-safe. */
interface ResultDocument {

    /**
     * How the file is called; {@code %s} stands for the student's key, and without it each file has a folder of the student's.
     */
    String fileName();

    /** The file's content; empty where the form cannot say that the grader failed, and a 0 would be no truth. */
    Optional<byte[]> content(Result result);
}
