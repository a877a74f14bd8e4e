package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Submission;
import portzero.testkit.fixture.Wizard;

@Timeout(60)
class RemoteHomeTest {

    private static final Patience LONG = Patience.until(Duration.ofSeconds(30));
    private static final Patience SHORT = Patience.until(Duration.ofMillis(200));

    /** One home for all tests: a test begins with the spare that the one before had started. */
    private static final RemoteHome HOME = new RemoteHome(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void calls_carry_arguments_and_results() throws Throwable {
        SubjectSession session = begin(Submission.acting(""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(call(wizard, "add", 2, 40)).isEqualTo(42);
        assertThat(call(wizard, "repeat", "ho", 3)).isEqualTo(List.of("ho", "ho", "ho"));
        assertThat((byte[]) call(wizard, "bytes", 3 << 20)).hasSize(3 << 20);
        session.close();
    }

    @Test
    void exception_keeps_type_message_and_origin() throws Throwable {
        SubjectSession session = begin(Submission.acting(""));
        SubjectSession.SubjectObject wizard = wizard(session);
        Throwable thrown = thrownBy(() -> call(wizard, "repeat", "ho", -1));
        assertThat(thrown).isExactlyInstanceOf(IOException.class).hasMessage("times must be 0 or more but was -1");
        assertThat(session.origin(thrown).get(0)).hasToString("Wizard.java:7 (repeat)");
        assertThat(session.isWritten(session.origin(thrown).get(0))).isTrue();
    }

    @Test
    void exception_that_has_no_message_keeps_its_type() throws Throwable {
        SubjectSession session = begin(Submission.acting("throw new java.nio.channels.ClosedChannelException();"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(thrownBy(() -> call(wizard, "act"))).isExactlyInstanceOf(ClosedChannelException.class);
    }

    @Test
    void own_exception_and_error_are_told_by_name() throws Throwable {
        SubjectSession session = begin(Submission.acting("throw new StackOverflowError(\"deep\");"));
        SubjectSession.SubjectObject wizard = wizard(session);
        Throwable thrown = thrownBy(() -> call(wizard, "act"));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        SubjectException.class, e -> assertThat(e.text()).isEqualTo("StackOverflowError: deep"));
    }

    @Test
    void hostile_exceptions_are_bounded() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                switch (calls) {
                  case 1: throw new Exception() { public String getMessage() { throw new Error(); } };
                  case 2: throw new Exception() { public String getMessage() { return "x".repeat(20_000_000); } };
                  case 3: throw new Exception() { public StackTraceElement[] getStackTrace() { return null; } };
                  default: throw new Exception("e") {
                    public StackTraceElement[] getStackTrace() { return new StackTraceElement[1_000_000]; } };
                }"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(thrownBy(() -> call(wizard, "act"))).hasMessage("(getMessage() threw java.lang.Error)");
        assertThat(String.valueOf(thrownBy(() -> call(wizard, "act")).getMessage()))
                .hasSizeLessThan(5_000);
        assertThat(thrownBy(() -> call(wizard, "act"))).isInstanceOf(SubjectException.class);
        assertThat(thrownBy(() -> call(wizard, "act"))).hasMessage("e");
    }

    @Test
    void output_is_captured_from_any_thread_and_bounded() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                System.out.println("first");
                Thread thread = new Thread(() -> { throw new IllegalStateException("lost"); }, "worker");
                thread.start();
                thread.join();
                for (int i = 0; i < 10_000; i++) System.err.println("flood flood flood");"""));
        call(wizard(session), "act");
        assertThat(session.output()).startsWith("""
                        first
                        Exception in thread "worker" java.lang.IllegalStateException: lost
                          at Wizard.java:14
                        """).contains("[limit OUTPUT: ").hasSizeLessThan(20_000);
    }

    @Test
    void exit_is_a_death_and_the_next_test_has_a_new_program() throws Throwable {
        SubjectSession session = begin(Submission.acting("System.exit(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectDied.class);
        assertThat(session.death()).map(Death::text).contains("the program ended itself (exit 3)");
        session.close();
        assertThat(call(wizard(HOME.begin()), "add", 1, 1)).isEqualTo(2);
    }

    @Test
    void exit_after_a_passed_test_does_not_touch_the_next() throws Throwable {
        SubjectSession session = begin(Submission.wizard("", "Runtime.getRuntime().halt(0);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "close")).isInstanceOf(SubjectDied.class);
        session.close(); // not spoilt
        assertThat(call(wizard(HOME.begin()), "add", 1, 1)).isEqualTo(2);
    }

    @Test
    void endless_loop_is_overdue_and_stands_on_its_line() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                while (true) {
                  try { Thread.sleep(1_000_000); } catch (InterruptedException ignored) { }
                }"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> wizard.call(method("act"), new Object[0], SHORT))
                .isInstanceOf(CallOverdue.class);
        assertThat(session.threads())
                .map(StudentThread::toString)
                .containsExactly("call-act  sleeping, Wizard.java:14 (act)");
        session.spoil();
        session.close();
        assertThat(HOME.begin().threads()).isEmpty();
    }

    @Test
    void threads_left_over_from_a_passed_test_are_not_told_again() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                CountDownLatch never = new CountDownLatch(1);
                Thread left = new Thread(() -> { try { never.await(); } catch (InterruptedException e) { } }, "left");
                left.start();
                while (left.getState() != Thread.State.WAITING) Thread.onSpinWait();"""));
        call(wizard(session), "act");
        assertThat(session.threads())
                .singleElement()
                .asString()
                .startsWith("left  waiting in CountDownLatch.await, Wizard.java:");
        session.close();
        SubjectSession next = HOME.begin();
        assertThat(next.threads()).isEmpty();
        call(wizard(next), "act");
        assertThat(next.threads()).hasSize(1);
    }

    @Test
    void all_threads_include_those_of_pools_and_timers_but_not_the_common_pool() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                ExecutorService pool = Executors.newCachedThreadPool(task -> new Thread(task, "pooled"));
                pool.submit(() -> 1).get();
                new Timer("timer");
                CompletableFuture.runAsync(() -> { }).orTimeout(1, TimeUnit.HOURS).join();
                new ForkJoinPool(1).submit(() -> 1).get();
                CountDownLatch never = new CountDownLatch(1);
                Thread own = new Thread(() -> { try { never.await(); } catch (InterruptedException e) { } }, "own");
                own.start();
                while (own.getState() != Thread.State.WAITING) Thread.onSpinWait();"""));
        call(wizard(session), "act");
        assertThat(session.threads()).extracting(StudentThread::name).containsExactly("own");
        assertThat(session.allThreads().orElseThrow())
                .hasSize(4)
                .satisfiesExactlyInAnyOrder(
                        thread -> assertThat(thread).startsWith("ForkJoinPool-1-worker-1  "),
                        thread -> assertThat(thread).startsWith("own  waiting in CountDownLatch.await, Wizard.java:"),
                        thread -> assertThat(thread).isEqualTo("pooled  idle in a pool or timer"),
                        thread -> assertThat(thread).isEqualTo("timer  idle in a pool or timer"));
        session.close();
        assertThat(HOME.begin().allThreads()).contains(List.of()); // those of the test before do not count
    }

    @Test
    void program_that_is_gone_does_not_say_which_threads_it_has() throws Throwable {
        SubjectSession session = begin(Submission.acting("System.exit(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectDied.class);
        assertThat(session.allThreads()).isEmpty();
    }

    @Test
    void forged_bytes_on_the_channel_end_the_program() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                new FileOutputStream(FileDescriptor.out).write("100/100 PASSED".getBytes());
                Thread.sleep(1_000_000);"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act"))
                .isInstanceOf(SubjectDied.class)
                .hasMessage("the program wrote to the grader's own channel");
        assertThat(session.death()).map(Death::text).contains("the program wrote to the grader's own channel");
        session.close();
        assertThat(call(wizard(HOME.begin()), "add", 1, 1)).isEqualTo(2);
    }

    @Test
    void forged_answer_of_another_type_is_refused() throws Throwable {
        // RETURNED to every number up to 99: a list, where nothing is expected.
        SubjectSession session = begin(Submission.acting("""
                ByteArrayOutputStream forged = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(forged);
                for (int i = 0; i < 100; i++) { out.writeInt(9); out.writeByte(8); out.writeInt(i); out.writeByte(12); out.writeInt(-1); }
                new FileOutputStream(FileDescriptor.out).write(forged.toByteArray());
                Thread.sleep(1_000_000);"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act"))
                .isInstanceOf(SubjectDied.class)
                .hasMessage("the program gave an impossible answer: expected void but a LIST came");
    }

    @Test
    void closing_the_channel_is_a_death_that_says_so() throws Throwable {
        SubjectSession session = begin(Submission.acting("new FileOutputStream(FileDescriptor.out).close();"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectDied.class);
        assertThat(session.death()).map(Death::text).contains("the program closed the grader's own channel");
    }

    @Test
    void flood_on_the_real_standard_error_blocks_nobody() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                OutputStream err = new FileOutputStream(FileDescriptor.err);
                for (int i = 0; i < 2_000; i++) err.write(new byte[10_000]);"""));
        call(wizard(session), "act");
        assertThat(session.death()).isEmpty();
    }

    @Test
    void streams_and_handlers_are_fresh_in_each_test() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                System.out.println("told");
                System.setOut(null); System.setErr(null); System.in.close(); System.setIn(null);
                Thread.setDefaultUncaughtExceptionHandler(null);"""));
        call(wizard(session), "act");
        assertThat(session.output()).isEqualTo("told\n");
        session.close();
        SubjectSession next = HOME.begin();
        assertThat(next.output()).isEmpty();
        call(wizard(next), "act");
        assertThat(next.output()).isEqualTo("told\n");
    }

    @Test
    void heap_bomb_is_told_as_memory() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                List<byte[]> hoard = new ArrayList<>();
                while (true) hoard.add(new byte[1 << 20]);"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        Throwable thrown = thrownBy(() -> call(wizard, "act"));
        String told = thrown instanceof SubjectException exception
                ? exception.text()
                : session.death().map(Death::text).orElse("");
        assertThat(told).containsAnyOf("OutOfMemoryError", "out of memory");
    }

    @Test
    void many_threads_do_not_make_the_answer_too_long() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                CountDownLatch begun = new CountDownLatch(300);
                for (int i = 0; i < 300; i++) {
                  new Thread(() -> { begun.countDown(); deep(200); }, "x".repeat(60_000)).start();
                }
                begun.await();
              }
              static void deep(int n) {
                if (n > 0) { deep(n - 1); return; }
                try { Thread.sleep(1_000_000); } catch (InterruptedException e) { }"""));
        call(wizard(session), "act");
        List<StudentThread> threads = session.threads();
        while (threads.isEmpty()) { // on a busy machine the question may take longer than a failure waits for it
            threads = session.threads();
        }
        assertThat(threads).hasSize(100);
    }

    @Test
    void hostile_thread_class_cannot_stop_the_host() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                CountDownLatch begun = new CountDownLatch(1);
                new Thread() {
                  public void run() { begun.countDown(); try { sleep(1_000_000); } catch (InterruptedException e) { } }
                  public State getState() { throw new Error(); }
                  public int hashCode() { throw new Error(); }
                }.start();
                begun.await();"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        call(wizard, "act");
        assertThat(session.threads()).isEmpty();
        assertThat(call(wizard, "add", 1, 2)).isEqualTo(3);
        session.close();
        assertThat(call(wizard(HOME.begin()), "add", 1, 1)).isEqualTo(2);
    }

    @Test
    void missing_class_and_missing_constructor_are_told_apart() throws Throwable {
        SubjectSession session = begin(List.of(Submission.given(Oracle.class)));
        assertThatThrownBy(() -> wizard(session)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void each_load_begins_with_a_clean_program() throws Throwable {
        SubjectSession session = begin(Submission.acting("if (calls > 1) throw new Exception(\"seen before\");"));
        call(wizard(session), "act");
        session.close();
        session = begin(Submission.acting("if (calls > 1) throw new Exception(\"seen before\");"));
        call(wizard(session), "act");
    }

    @Test
    void a_spare_that_died_is_replaced_and_none_is_left() throws Throwable {
        List<Process> started = Collections.synchronizedList(new ArrayList<>());
        RemoteHome own = new RemoteHome(() -> {
            started.add(HostProgram.start());
            return started.get(started.size() - 1);
        });
        try (own) {
            own.prepareSpare();
            started.get(0).destroyForcibly().waitFor();
            own.load(Submission.acting(""));
            assertThat(call(wizard(own.begin()), "add", 1, 1)).isEqualTo(2);
        }
        for (Process process : started) {
            assertThat(process.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void programs_that_are_killed_while_they_start_are_replaced() throws Throwable {
        AtomicInteger starts = new AtomicInteger();
        SubjectStarter starter = () -> {
            Process process = HostProgram.start();
            if (starts.incrementAndGet() < 3) {
                process.destroyForcibly();
            }
            return process;
        };
        try (RemoteHome own = new RemoteHome(starter)) {
            own.load(Submission.acting(""));
            assertThat(call(wizard(own.begin()), "add", 1, 1)).isEqualTo(2);
        }
    }

    @Test
    void program_that_cannot_start_is_no_fault_of_the_submission() {
        try (RemoteHome broken = new RemoteHome(() -> HostProgram.start("-XX:NoSuchOption=1"))) {
            assertThatThrownBy(broken::begin)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("JVM did not start");
        }
    }

    private SubjectSession begin(List<ClassFile> classes) {
        HOME.load(classes);
        return HOME.begin();
    }

    private static SubjectSession.SubjectObject wizard(SubjectSession session) throws Throwable {
        return session.create(Wizard.class, Oracle.class, LONG);
    }

    private static @Nullable Object call(
            SubjectSession.SubjectObject object, String name, @Nullable Object... arguments) throws Throwable {
        return object.call(method(name), arguments, LONG);
    }

    private static Method method(String name) {
        return Arrays.stream(Oracle.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Throwable thrownBy(ThrowingCallable code) {
        return catchThrowable(code);
    }
}
