package portzero.grader.run.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.Root;
import portzero.grader.compile.Compiler;
import portzero.grader.limits.Limits;
import portzero.grader.result.Result;
import portzero.grader.result.Verdict;
import portzero.grader.run.protocol.Job;
import portzero.grader.sandbox.SharedTempDir;

/** What becomes of submissions when workers hang, die or fail. */
@Tag("slow")
@Timeout(300)
class CoordinatorTest {

    /** Whoever says something within this time does not hang; only who hangs is tested with it. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(100);

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final ResultSink sink = new ResultSink() {
        @Override
        public void graded(Job job, Result result) {
            assertThat(results.put(job.student(), result)).isNull();
        }

        @Override
        public void unchanged(Job job) {
            throw new AssertionError(job);
        }
    };

    @Test
    void a_compiler_that_never_ends_costs_one_submission() throws Exception {
        grade(SHORT, 1, sink, "compiles-then-hangs");
        Result result = result("compiles-then-hangs");
        assertThat(result.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(result.reason())
                .isEqualTo("The compiler did not finish within 60 s (limit compile-time); simplify the source.");
    }

    @Test
    void a_test_that_never_ends_is_the_graders_fault() throws Exception {
        grade(SHORT, 1, sink, "compiles-then-tests-then-hangs");
        expectFault("compiles-then-tests-then-hangs", "a worker hung at EchoTest.echoes");
    }

    @Test
    void a_worker_that_always_dies_is_the_graders_fault_and_costs_one_submission() throws Exception {
        grade(LONG, 2, sink, "compiles-then-dies", "tests-then-dies", "passes");
        expectFault("compiles-then-dies", "a worker died at compile");
        expectFault("tests-then-dies", "a worker died at EchoTest.echoes");
        assertThat(result("passes").verdict()).isEqualTo(Verdict.GRADED);
    }

    @Test
    void a_worker_that_was_killed_costs_nothing() throws Exception {
        grade(LONG, 2, sink, "compiles-then-dies-twice-then-passes", "dies-once-then-passes", "passes");
        assertThat(results)
                .hasSize(3)
                .allSatisfy((student, result) ->
                        assertThat(result.verdict()).as(student).isEqualTo(Verdict.GRADED));
    }

    @Test
    void one_that_dies_while_it_is_alone_may_be_alone_again() throws Exception {
        String name = "waits-to-be-alone-then-dies-once-then-passes";
        grade(LONG, 2, sink, name, "passes");
        assertThat(results).hasSize(2);
        assertThat(result(name).verdict()).isEqualTo(Verdict.GRADED);
    }

    @Test
    void one_that_is_alone_for_too_long_is_graded_when_nobody_waits_for_it_any_more() throws Exception {
        String greedy = "waits-to-be-alone-then-runs-on-then-passes";
        List<String> order = new CopyOnWriteArrayList<>();
        ResultSink remembering = new ResultSink() {
            @Override
            public void graded(Job job, Result result) {
                assertThat(result.verdict()).isEqualTo(Verdict.GRADED);
                order.add(job.student());
            }

            @Override
            public void unchanged(Job job) {}
        };
        grade(LONG, 1, remembering, greedy, "passes", "tests-then-passes");
        assertThat(order).containsExactly("passes", "tests-then-passes", greedy);
    }

    @Test
    void a_fault_of_the_grader_is_told_with_its_reason() throws Exception {
        grade(LONG, 1, sink, "tests-then-fails", "passes");
        expectFault("tests-then-fails", "the table of sockets cannot be read");
        assertThat(result("passes").verdict()).isEqualTo(Verdict.GRADED);
    }

    @Test
    void results_that_cannot_be_kept_end_the_run() {
        ResultSink full = new ResultSink() {
            @Override
            public void graded(Job job, Result result) {
                throw new UncheckedIOException("no room", new IOException());
            }

            @Override
            public void unchanged(Job job) {}
        };
        assertThatThrownBy(() -> grade(LONG, 2, full, "passes", "tests-then-passes", "compiles-then-passes"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no room");
    }

    private void expectFault(String student, String reason) {
        assertThat(result(student).verdict()).isEqualTo(Verdict.GRADER_ERROR);
        assertThat(result(student).reason()).isEqualTo("The grader itself failed: " + reason + ".");
        assertThat(result(student).score()).isZero();
    }

    private Result result(String student) {
        return Objects.requireNonNull(results.get(student), student);
    }

    private void grade(Duration silence, int workers, ResultSink to, String... students) throws Exception {
        try (SharedTempDir shared = SharedTempDir.create()) {
            Coordinator coordinator = new Coordinator(
                            Root.path(), FakeWorker.sandbox(), shared, List.of(), Limits.DEFAULT, workers, Set.of())
                    .with(new WorkerTimeouts(silence, silence, Duration.ZERO));
            coordinator.grade(Stream.of(students).map(this::job).iterator(), to);
        }
    }

    private Job job(String student) {
        try {
            Path submission = Files.createDirectories(folder.resolve(student));
            return new Job(
                    "lab02-echo",
                    student,
                    student,
                    List.of(Job.Layer.of(submission.toString())),
                    Compiler.RELEASE,
                    List.of(),
                    null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
