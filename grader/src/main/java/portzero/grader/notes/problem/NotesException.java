package portzero.grader.notes.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The notes cannot be rendered as they are: {@link #problems()} says what to put right. */
public final class NotesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    NotesException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    /** Every problem found, by file and line; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
