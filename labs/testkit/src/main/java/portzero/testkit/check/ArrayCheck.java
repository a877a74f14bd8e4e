package portzero.testkit.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import portzero.testkit.host.ArrayChange;
import portzero.testkit.internal.StepRecorder;
import portzero.testkit.internal.TestContext;
import portzero.testkit.subject.Observation;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Step;
import portzero.testkit.trace.UnmetExpectationError;

/** Looks whether the subject has changed arrays that are its caller's: given to it, or returned by it. */
public final class ArrayCheck {

    private ArrayCheck() {}

    public static void expectUntouched(TestContext context) {
        context.requires(Observation.ARRAYS);
        Step step = context.note("test looks at the arrays that calls were given and have returned", "arrays");
        Optional<List<ArrayChange>> changes = context.changedArrays();
        if (changes.isEmpty()) {
            step.outcome("no answer");
            throw context.failed(new UnmetExpectationError(StepRecorder.instead(
                    "the program to tell what is in the arrays that it was given", "it gave no answer")));
        }
        step.outcome(changes.get().isEmpty() ? "as they were" : "changed");
        changes.get().stream().findFirst().ifPresent(first -> {
            throw context.failed(new UnmetExpectationError(text(first)));
        });
    }

    /** What was expected of the method, and what is in the array instead. */
    static String text(ArrayChange change) {
        String method = DisplayText.line(change.method());
        String expected = change.returned()
                ? "the array that " + method + " has returned to stay as it was"
                : method + " to leave the array that it was given as it was";
        return StepRecorder.instead(expected, difference(change));
    }

    private static String difference(ArrayChange change) {
        String length = String.format(Locale.ROOT, "%,d", change.length());
        return change.isTold()
                ? String.format(
                        Locale.ROOT,
                        "byte %,d of %s differs afterwards: it was %02x and is %02x",
                        change.at(),
                        length,
                        change.was(),
                        change.now())
                : "one of its last bytes differs afterwards, of " + length;
    }
}
