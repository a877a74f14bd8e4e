package portzero.testkit.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A thread that the student's program has started.
 *
 * @param name the thread's name
 * @param place where it stands in the student's code; empty while it is idle in a pool or timer
 */
public record ProgramThread(String name, Optional<StudentThread> place) {

    /**
     * Makes a thread of its stack.
     *
     * @param stack all frames, innermost first
     * @param written tells the student's own frames
     */
    static ProgramThread of(String name, String state, List<CodeLine> stack, Predicate<CodeLine> written) {
        return new ProgramThread(name, StudentThread.of(name, state, stack, written));
    }

    @Override
    public String toString() {
        return place.map(StudentThread::toString).orElse(name + "  idle in a pool or timer");
    }
}
