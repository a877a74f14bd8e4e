package portzero.testkit.check;

import java.util.OptionalLong;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.UnmetExpectationError;

/**
 * The descriptors that the subject had open at some moment, and whether there are more now.
 *
 * <p>Java closes a forgotten socket when the garbage collector happens to find it. So look often: after every few
 * dozen calls, not once at the end.
 */
public final class OpenFileCheck {

    private final TestContext context;
    private final OptionalLong before;

    public OpenFileCheck(TestContext context) {
        context.requires(Observation.DESCRIPTORS);
        this.context = context;
        before = context.openFiles();
        String count = before.isPresent()
                ? before.getAsLong() + " open"
                : context.remarkUnchecked("this system does not show them", "descriptors left open");
        context.note("test counts the program's descriptors", "descriptors").outcome(count);
    }

    /**
     * Expects that there are at most so many more than before. Leave room for what the JVM itself opens, a dozen or
     * two. Nothing is checked where they cannot be counted.
     */
    public void expectAtMostMore(int most) {
        OptionalLong now = context.openFiles();
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        long more = now.getAsLong() - before.getAsLong();
        if (more > most) {
            throw context.failed(new UnmetExpectationError(StepRecorder.instead(
                    "the program to close every socket that it opens", more + " more are open than before")));
        }
    }
}
