package portzero.grader.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was run; the content of {@code RESULTS/run.json}.
 *
 * <p>Written once when grading starts, with {@code seconds} null, and again when it is done, so that
 * a run that was cut short can be told from a finished one.
 *
 * @param schema the version of this format, {@value Result#SCHEMA}
 * @param suites the labs that were graded, in course order
 * @param environment in what submissions ran
 * @param started when grading began
 * @param seconds wall time of the whole run, kept to the millisecond; null while it is not finished
 * @param counts how many submissions got which verdict; every verdict is there
 */
public record RunInfo(
        int schema,
        List<Suite> suites,
        @JsonUnwrapped Environment environment,
        Instant started,
        @Nullable Double seconds,
        Map<Verdict, Integer> counts) {

    public RunInfo {
        suites = List.copyOf(suites);
        Objects.requireNonNull(started, "started");
        seconds = seconds == null ? null : Double.valueOf(Seconds.toMillisecond(seconds));
        var all = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            all.put(verdict, counts.getOrDefault(verdict, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /**
     * In what submissions ran.
     *
     * @param sandbox {@code bubblewrap}, {@code user} or {@code none}
     * @param jdk the version of Java that they were compiled and run with, {@code 17.0.12+7}; null in files of older versions
     * @param limits what they could use: the value of every limit by its name, in bytes, seconds or numbers
     * @param jobs how many were graded at a time
     */
    public record Environment(String sandbox, @Nullable String jdk, Map<String, Long> limits, int jobs) {
        public Environment {
            Objects.requireNonNull(sandbox, "sandbox");
            limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        }
    }

    /** {@code bubblewrap}, {@code user} or {@code none}. */
    public String sandbox() {
        return environment.sandbox();
    }

    /** The version of Java that submissions were compiled and run with; null in files of older versions. */
    public @Nullable String jdk() {
        return environment.jdk();
    }

    /** The value of every limit by its name, in bytes, seconds or numbers. */
    public Map<String, Long> limits() {
        return environment.limits();
    }

    /** How many submissions were graded at a time. */
    public int jobs() {
        return environment.jobs();
    }

    /** Whether the run came to its end. */
    public boolean finished() {
        return seconds != null;
    }

    /** The suite of a lab, if the lab was part of this run. */
    public Optional<Suite> suite(String lab) {
        return suites.stream().filter(suite -> suite.lab().equals(lab)).findFirst();
    }

    /**
     * The tests of one lab.
     *
     * @param lab the lab's id, {@code lab02-echo}
     * @param title the lab's title on its sheet, {@code Echo}
     * @param suite {@code sha256:} and the digest of the lab's contract and tests
     * @param max points that can be earned
     * @param tasks the titles of the tasks, in order from task 1; may be empty
     */
    public record Suite(String lab, String title, String suite, int max, List<String> tasks) {
        public Suite {
            Objects.requireNonNull(lab, "lab");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(suite, "suite");
            PointRange.check(0, max);
            tasks = List.copyOf(tasks);
        }

        /** The title of a task, or an empty string where there is none. */
        public String task(int number) {
            return number >= 1 && number <= tasks.size() ? tasks.get(number - 1) : "";
        }
    }
}
