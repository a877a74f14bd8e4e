package portzero.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.testkit.await.Deadlines;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Submission;
import portzero.testkit.fixture.Wizard;
import portzero.testkit.internal.Seed;
import portzero.testkit.internal.TestContext;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/** What a program does while nothing happens, and how many threads it has, seen from another process. */
@Timeout(120)
class IdleCheckTest {

    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);
    private static final String IN_BACKGROUND = """
            CountDownLatch begun = new CountDownLatch(%1$d);
            for (int i = 0; i < %1$d; i++) {
              Thread t = new Thread(new FutureTask<>(() -> { begun.countDown(); %2$s }));
              t.setDaemon(true);
              t.start();
            }
            begun.await();""";

    /** None has a line of the student's on its stack. */
    private static final String SILENT_THREADS =
            "for (int i = 0; i < 25; i++) { Thread one = new Thread(LockSupport::park);"
                    + " one.setDaemon(true); one.start(); }";

    @AfterEach
    void reset() {
        System.clearProperty(Deadlines.SCALE);
    }

    @AfterAll
    static void close() {
        HOME.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return java.nio.channels.Selector.open().select();",
                "return new java.net.ServerSocket(0).accept();",
                "while (true) Thread.sleep(1_000);"
            })
    void program_that_waits_is_idle(String code) throws Throwable {
        TestContext context = acting(1, code);
        new TestNetwork(context).expectIdle();
        if (OS.LINUX.isCurrentOs()) {
            assertThat(context.trace().lines(1).get(0)).endsWith("  it does");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) Thread.onSpinWait();",
                "var s = java.nio.channels.Selector.open(); while (true) s.selectNow();",
                "var p = java.nio.channels.Pipe.open(); p.sink().configureBlocking(false);"
                        + " var s = java.nio.channels.Selector.open(); p.sink().register(s, 4);"
                        + " while (true) { s.select(); s.selectedKeys().clear(); }"
            })
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void program_that_goes_on_for_nothing_is_busy(String code) throws Throwable {
        System.setProperty(Deadlines.SCALE, "20"); // processor time is to decide, however little of it there is
        TestNetwork network = new TestNetwork(acting(1, code));
        assertThatThrownBy(network::expectIdle)
                .hasMessageStartingWith("Expected  the program to sleep while there is nothing to do\n"
                        + "but       one of its threads went on and used ")
                .hasMessageEndingWith(" ms of processor time");
    }

    @Test
    void program_that_waits_is_left_asleep() throws Throwable {
        TestContext context = acting(1, "return java.nio.channels.Selector.open().select();");
        new TestNetwork(context).expectUndisturbed();
        if (OS.LINUX.isCurrentOs()) {
            assertThat(context.trace().lines(1).get(0)).endsWith("  nothing does");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void program_that_looks_again_and_again_is_not_left_asleep() throws Throwable {
        TestNetwork network =
                new TestNetwork(acting(1, "var s = java.nio.channels.Selector.open(); while (true) s.select(1);"));
        assertThatThrownBy(network::expectUndisturbed)
                .hasMessageMatching("Expected  the program to sleep until something happens\n"
                        + "but       one of its threads woke \\d+ times within a tenth of a second .waited 1.5 s.");
    }

    @Test
    void threads_are_counted_up_to_a_bound() throws Throwable {
        System.setProperty(Deadlines.SCALE, "10");
        TestContext context = acting(3, "while (true) LockSupport.park();");
        TestNetwork network = new TestNetwork(context);
        network.expectThreadsAtMost(3);
        assertThat(context.trace().lines(1).get(0)).endsWith("  3 found");
        network.expectAtWork(3);
        assertThatThrownBy(() -> network.expectAtWork(2))
                .hasMessageStartingWith("Expected  at most 2 threads of the program\nbut       3 are: Thread-");
        System.setProperty(Deadlines.SCALE, "0.05");
        assertThatThrownBy(() -> network.expectThreadsAtMost(2))
                .hasMessageStartingWith("Expected  at most 2 threads of the program\nbut       3 are: Thread-");
        assertThatThrownBy(() -> network.expectThreadsAtMost(0))
                .hasMessageStartingWith("Expected  no thread of the program to be left\nbut       3 are: Thread-");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void threads_that_the_program_does_not_own_up_to_are_counted_by_the_kernel() throws Throwable {
        System.setProperty(Deadlines.SCALE, "20");
        TestNetwork network = new TestNetwork(running(SILENT_THREADS));
        network.expectThreadsAtMost(25);
        assertThatThrownBy(() -> network.expectThreadsAtMost(2))
                .hasMessageMatching("Expected  at most 2 threads of the program\n"
                        + "but       the kernel counts \\d\\d that its JVM did not begin with .*");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void threads_are_not_left_to_another_test() throws Throwable {
        HOME.load(Submission.acting(SILENT_THREADS));
        try (SubjectSession first = HOME.begin()) {
            act(first);
            assertThat(first.furtherThreads().orElseThrow()).isGreaterThanOrEqualTo(25);
        }
        try (SubjectSession second = HOME.begin()) {
            assertThat(second.furtherThreads().orElseThrow()).isLessThan(25);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc")
    void pools_that_the_jdk_has_for_everybody_may_stay() throws Throwable {
        System.setProperty(Deadlines.SCALE, "20");
        String code = "java.util.concurrent.CompletableFuture.supplyAsync(() -> 1).get();"
                + " java.nio.channels.AsynchronousServerSocketChannel.open().close();";
        new TestNetwork(running(code)).expectThreadsAtMost(0);
    }

    @Test
    void threads_that_end_are_waited_for() throws Throwable {
        System.setProperty(Deadlines.SCALE, "20");
        try (ServerSocket door = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            String code = "return new Socket(InetAddress.getLoopbackAddress(), %d).getInputStream().read();";
            TestContext context = acting(2, code.formatted(door.getLocalPort()));
            CompletableFuture<Void> counted =
                    CompletableFuture.runAsync(() -> new TestNetwork(context).expectThreadsAtMost(0));
            while (context.trace().size() == 0) {
                Thread.onSpinWait(); // it has asked when its step is there
            }
            assertThat(counted).isNotDone();
            door.accept().close();
            door.accept().close();
            counted.get();
        }
    }

    @Test
    void program_that_says_nothing_about_its_threads_has_not_few() throws Throwable {
        TestContext context = acting(1, "return 0;");
        HOME.retire();
        System.setProperty(Deadlines.SCALE, "0.05");
        assertThatThrownBy(() -> new TestNetwork(context).expectThreadsAtMost(5))
                .hasMessageStartingWith("Expected  at most 5 threads of the program\n"
                        + "but       it does not say which threads it has");
    }

    /** A stage on which a program has started threads that do this. */
    private static TestContext acting(int threads, String code) throws Throwable {
        return running(IN_BACKGROUND.formatted(threads, code));
    }

    /** A stage on which a program has done this. */
    private static TestContext running(String code) throws Throwable {
        HOME.load(Submission.acting(code));
        SubjectSession session = HOME.begin();
        act(session);
        session.spoil();
        return new TestContext(Seed.of("fixture"), session);
    }

    private static void act(SubjectSession session) throws Throwable {
        WaitPolicy policy = WaitPolicy.until(Duration.ofSeconds(60));
        session.create(Wizard.class, Oracle.class, policy).call(Oracle.class.getMethod("act"), new Object[0], policy);
    }
}
