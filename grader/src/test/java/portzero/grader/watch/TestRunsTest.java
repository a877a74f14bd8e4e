package portzero.grader.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.limits.Limits;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.suite.SuiteBuild;
import portzero.testkit.subject.ForkedRuntime;

class TestRunsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void a_run_that_breaks_says_so_and_keeps_no_other_from_beginning() throws Exception {
        Lab lab = Course.in(Root.path()).labs().get(0);
        BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
        TestRuns runs = new TestRuns(events);
        try (ForkedRuntime none = new ForkedRuntime(() -> {
            throw new IOException("no program is to be started");
        })) {
            PublicTests tests = new PublicTests(SuiteBuild.of(lab), folder.resolve("moved away"), none, Limits.DEFAULT);
            for (int run = 1; run <= 2; run++) {
                assertThat(runs.begin(tests, new TestSelection(tests.all()), "1"))
                        .isEqualTo(run);
                assertThat(events.take()).isInstanceOf(WatchEvent.Broken.class);
                assertThat(events.take()).isEqualTo(new WatchEvent.Ended(run));
            }
            runs.cancel();
        }
    }
}
