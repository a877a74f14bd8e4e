package portzero.testkit.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A thread that is in code of the student's.
 *
 * @param name the thread's name
 * @param state the name of its {@link Thread.State}
 * @param doing what it does at the innermost: {@code blocked in read}, {@code running} …
 * @param line the innermost line of the student's code
 */
public record StudentThread(String name, String state, String doing, CodeLine line) {

    /**
     * Makes a thread of its stack.
     *
     * @param stack all frames, innermost first
     * @param written tells the student's own frames
     * @return empty if none of the frames is the student's
     */
    static Optional<StudentThread> of(String name, String state, List<CodeLine> stack, Predicate<CodeLine> written) {
        for (int i = 0; i < stack.size(); i++) {
            if (written.test(stack.get(i))) {
                String doing = ThreadActivity.of(state, stack.subList(0, i));
                return Optional.of(new StudentThread(name, state, doing, stack.get(i)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name + "  " + doing + ", " + line;
    }
}
