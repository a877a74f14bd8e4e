package portzero.grader.cli.option;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.suite.TestCase;

/** The options {@code --task}, {@code --up-to} and {@code --seed}: which of a lab's tests run, and what they draw from. */
public final class TestChoiceOptions {

    @Option(names = "--task", paramLabel = "N", description = "only the tests of this task")
    private @Nullable Integer task;

    @Option(names = "--up-to", paramLabel = "N", description = "only the tests of the tasks up to this one")
    private @Nullable Integer upTo;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "draw the same random bytes as the run that named this seed, 1 to 32 hexadecimal digits")
    private @Nullable String seed;

    /**
     * The seed that was given, or a new one.
     *
     * @throws CourseException if none can be made of what was given
     */
    public String seed() throws CourseException {
        if (seed == null) {
            return PublicTests.newSeed();
        }
        if (!seed.matches("[0-9a-fA-F]{1,32}")) {
            throw new CourseException("--seed must be 1 to 32 hexadecimal digits but was " + seed + ".");
        }
        return seed.toLowerCase(Locale.ROOT);
    }

    /**
     * Those of a lab's tests that were asked for.
     *
     * @throws CourseException if the lab has no such task
     */
    public List<TestCase> of(Lab lab, List<TestCase> tests) throws CourseException {
        int most = tests.stream().mapToInt(TestCase::task).max().orElse(0);
        for (Integer number : new Integer[] {task, upTo}) {
            if (number != null && (number < 1 || number > most)) {
                throw new CourseException(
                        "There is no task " + number + "; " + lab.id() + " has tasks 1 to " + most + ".");
            }
        }
        return tests.stream()
                .filter(test -> task == null || test.task() == task)
                .filter(test -> upTo == null || test.task() <= upTo)
                .toList();
    }
}
