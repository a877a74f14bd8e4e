package portzero.testkit.await;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Submission;
import portzero.testkit.fixture.Wizard;
import portzero.testkit.internal.Seed;
import portzero.testkit.internal.TestContext;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/** How long a test is silent before a program that has a time limit, or none. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class PauseTest {

    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ServerSocket(0).accept();",
                "java.nio.channels.Selector.open().select();",
                "Executors.newCachedThreadPool().submit(() -> {}).get(); LockSupport.park();"
            })
    void is_over_where_nothing_has_a_time_limit(String code) throws Throwable {
        TestContext context = waiting(code);

        Pause.pass(context);

        assertThat(context.trace().lines(1).get(0)).endsWith(" s: all that is open waits for it, without a time limit");
    }

    @Test
    void lasts_for_seconds_where_something_has() throws Throwable {
        TestContext context = waiting("ServerSocket s = new ServerSocket(0); s.setSoTimeout(60_000); s.accept();");
        long begin = System.nanoTime();

        Pause.pass(context);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(context.trace().lines(1).get(0)).matches(".*test does nothing for [\\d.]+ s");
    }

    private static TestContext waiting(String code) throws Throwable {
        HOME.load(Submission.acting("Thread t = new Thread(new FutureTask<>(() -> { " + code
                + " return 0; })); t.setDaemon(true); t.start();"));
        SubjectSession session = HOME.begin();
        WaitPolicy policy = WaitPolicy.until(Duration.ofSeconds(60));
        session.create(Wizard.class, Oracle.class, policy).call(Oracle.class.getMethod("act"), new Object[0], policy);
        session.spoil();
        return new TestContext(Seed.of("fixture"), session);
    }
}
