package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Submission;
import portzero.testkit.fixture.Wizard;

/** A program that waits for ever is told from one that is slow, or waits with a time limit. */
@Tag("slow")
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs /proc; elsewhere waiting ends at the deadline")
class StallDetectionTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int LOOKS = 10;

    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress()).accept();",
                "java.nio.channels.ServerSocketChannel.open().bind(null).accept();",
                "synchronized (this) { wait(); }",
                "new java.util.concurrent.CountDownLatch(1).await();",
                "Thread t = new Thread(() -> java.util.concurrent.locks.LockSupport.park()); t.start(); t.join();",
                "var s = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());"
                        + " var c = new java.net.Socket(s.getInetAddress(), s.getLocalPort()); c.getInputStream().read();",
                "var pool = java.util.concurrent.Executors.newCachedThreadPool(); pool.submit(() -> {}).get();"
                        + " new java.util.concurrent.CountDownLatch(1).await();",
                "java.nio.channels.Selector.open().select();",
                "var s = java.nio.channels.ServerSocketChannel.open().bind(null); s.configureBlocking(false);"
                        + " var selector = java.nio.channels.Selector.open();"
                        + " s.register(selector, java.nio.channels.SelectionKey.OP_ACCEPT); selector.select();",
                "var selector = java.nio.channels.Selector.open();"
                        + " Thread t = new Thread(() -> { try { selector.select(); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } });"
                        + " t.start(); new java.net.DatagramSocket(0).receive(new java.net.DatagramPacket(new byte[1], 1));",
                "new java.net.DatagramSocket(0).receive(new java.net.DatagramPacket(new byte[1], 1));",
                "java.nio.channels.DatagramChannel.open().bind(null).receive(java.nio.ByteBuffer.allocate(1));",
                "java.util.concurrent.ForkJoinPool.commonPool().submit(() -> 1).get();"
                        + " new java.util.concurrent.CountDownLatch(1).await();"
            })
    void program_that_waits_without_limit_stands_still(String code) throws Throwable {
        SubjectSession session = begin(code);
        CompletableFuture<Boolean> hopeless = new CompletableFuture<>();
        act(session, () -> session.standsStill(1), hopeless);
        assertThat(hopeless.get()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var s = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());"
                        + " new java.net.Socket(s.getInetAddress(), s.getLocalPort()).getOutputStream()"
                        + ".write(new byte[1 << 24]);",
                "var s = java.nio.channels.ServerSocketChannel.open().bind(null);"
                        + " var c = java.nio.channels.SocketChannel.open(s.getLocalAddress());"
                        + " c.write(java.nio.ByteBuffer.allocate(1 << 24));"
            })
    void program_that_writes_to_nobody_who_reads_is_at_rest_and_does_not_stand_still(String code) throws Throwable {
        SubjectSession session = begin(code);
        CompletableFuture<Boolean> atRest = new CompletableFuture<>();
        act(session, () -> session.isAtRest(1), atRest);
        assertThat(atRest.get()).isTrue();
        assertThat(session.standsStill(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { Thread.onSpinWait(); }",
                "Thread.sleep(1_000_000);",
                "var s = new java.net.ServerSocket(0); s.setSoTimeout(1_000_000); s.accept();",
                "java.nio.channels.Selector.open().select(1_000_000);",
                "var s = new java.net.DatagramSocket(0); s.setSoTimeout(1_000_000);"
                        + " s.receive(new java.net.DatagramPacket(new byte[1], 1));",
                "var s = java.nio.channels.Selector.open(); while (true) { s.select(1); }",
                "var s = java.nio.channels.Selector.open(); while (true) { s.selectNow(); }",
                "var s = java.nio.channels.Selector.open(); while (true) { s.wakeup(); s.select(); }",
                "new Thread(new FutureTask<>(() -> java.nio.channels.Selector.open().select(1_000_000))).start();"
                        + " java.nio.channels.Selector.open().select();",
                "var s = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());"
                        + " var c = new java.net.Socket(s.getInetAddress(), s.getLocalPort());"
                        + " c.setSoTimeout(1_000_000); c.getInputStream().read();",
                "var pool = java.util.concurrent.Executors.newScheduledThreadPool(1);"
                        + " pool.schedule(() -> 1, 1_000, java.util.concurrent.TimeUnit.SECONDS).get();",
                "new ProcessBuilder(\"cat\").start().waitFor();",
                "new ProcessBuilder(\"cat\").start().onExit().get();",
                "new CompletableFuture<Void>().orTimeout(1_000, TimeUnit.SECONDS).get();"
            })
    void program_that_may_go_on_by_itself_does_not_stand_still(String code) throws Throwable {
        SubjectSession session = begin(code);
        int[] looks = {0};
        boolean[] everStill = {false};
        CompletableFuture<Boolean> hopeless = new CompletableFuture<>();
        act(
                session,
                () -> {
                    everStill[0] |= isInside(session) && session.standsStill(1);
                    return looks[0]++ >= LOOKS; // gives up the call
                },
                hopeless);
        hopeless.get();
        assertThat(everStill[0]).isFalse();
    }

    @Test
    void call_that_the_test_is_about_to_make_counts_as_going_on() throws Throwable {
        SubjectSession session = begin("");
        session.create(Wizard.class, Oracle.class, WaitPolicy.until(DEADLINE));
        for (int look = 0; look < LOOKS; look++) {
            assertThat(session.standsStill(1)).isFalse();
        }
        awaitStandstillWithoutCalls(session);
    }

    @ParameterizedTest
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are virtual threads from JDK 21 on")
    @ValueSource(
            strings = {
                "Thread.startVirtualThread(() -> java.util.concurrent.locks.LockSupport.park()).join();",
                "var s = new java.net.ServerSocket(0); Thread.startVirtualThread(() -> {"
                        + " try { s.accept(); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }).join();"
            })
    void virtual_thread_that_waits_without_limit_stands_still(String code) throws Throwable {
        program_that_waits_without_limit_stands_still(code);
    }

    @ParameterizedTest
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are virtual threads from JDK 21 on")
    @ValueSource(
            strings = {
                "Thread.startVirtualThread(() -> java.util.concurrent.locks.LockSupport.parkNanos(1L << 60)).join();",
                "var s = new java.net.ServerSocket(0); s.setSoTimeout(1_000_000); Thread.startVirtualThread(() -> {"
                        + " try { s.accept(); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } }).join();",
                "Thread.startVirtualThread(() -> { while (true) { Thread.onSpinWait(); } }).join();",
                "var s = new java.net.ServerSocket(0); s.setSoTimeout(1_000_000); Thread.startVirtualThread(() -> {"
                        + " synchronized (s) { try { s.accept(); } catch (java.io.IOException e) { throw new java.io.UncheckedIOException(e); } } }).join();"
            })
    void virtual_thread_that_waits_with_a_limit_does_not_stand_still(String code) throws Throwable {
        program_that_may_go_on_by_itself_does_not_stand_still(code);
    }

    private static void awaitStandstillWithoutCalls(SubjectSession session) {
        while (!session.standsStill(0)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isInside(SubjectSession session) {
        return !session.threads().isEmpty();
    }

    private static SubjectSession begin(String code) {
        HOME.load(Submission.acting(code));
        return HOME.begin();
    }

    private static void act(SubjectSession session, BooleanSupplier hopeless, CompletableFuture<Boolean> result)
            throws Throwable {
        Method act = Oracle.class.getMethod("act");
        SubjectSession.SubjectObject wizard = session.create(Wizard.class, Oracle.class, WaitPolicy.until(DEADLINE));
        try {
            wizard.call(act, new Object[0], new WaitPolicy(DEADLINE, hopeless));
            result.complete(false);
        } catch (CallTimeoutException overdue) {
            result.complete(overdue.hopeless());
        } catch (ExecutionException failed) {
            result.completeExceptionally(failed);
        }
    }
}
