package portzero.grader.run.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import portzero.grader.suite.ServerContract;
import portzero.testkit.await.Deadlines;
import portzero.testkit.external.ExternalRuntime;
import portzero.testkit.subject.CallTimeoutException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/**
 * What came of starting a program once before any test does.
 *
 * @param failure why it does not start, as the rest of a sentence; null if it does
 * @param took how long that took
 */
public record StartTrial(@Nullable String failure, Duration took) {

    /** Something may have to be compiled or fetched first. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** A start that takes longer leaves a test too little of its time. */
    private static final Duration QUICK = Duration.ofMillis(400);

    /** Starts it and stops it again. */
    public static StartTrial of(ExternalRuntime runtime, ServerContract contract, @Nullable Object[] arguments) {
        long begin = System.nanoTime();
        WaitPolicy policy = WaitPolicy.until(LONGEST);
        String failure = null;
        try (SubjectSession session = runtime.begin()) {
            session.create(contract.subject(), contract.contract(), policy).call(contract.start(), arguments, policy);
        } catch (CallTimeoutException late) {
            failure = "after " + LONGEST.toSeconds() + " s " + late.detail();
        } catch (IOException failed) {
            failure = String.valueOf(failed.getMessage());
        } catch (RuntimeException | Error unforeseen) {
            throw unforeseen;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        return new StartTrial(failure, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Makes the deadlines of tests longer if the program is slow to start, unless somebody has set them; says whether it did. */
    public boolean allowForIt() {
        if (took.compareTo(QUICK) <= 0 || System.getProperty(Deadlines.SCALE) != null) {
            return false;
        }
        double times = (double) took.toNanos() / QUICK.toNanos();
        System.setProperty(Deadlines.SCALE, String.format(Locale.ROOT, "%.1f", times));
        return true;
    }
}
