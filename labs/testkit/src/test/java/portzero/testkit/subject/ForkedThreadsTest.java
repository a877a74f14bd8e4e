package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static portzero.testkit.subject.Calls.call;
import static portzero.testkit.subject.Calls.method;
import static portzero.testkit.subject.Calls.wizard;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Submission;

/** What another JVM tells about its threads. */
@Timeout(60)
class ForkedThreadsTest {

    private static final WaitPolicy SHORT = WaitPolicy.until(Duration.ofMillis(200));

    /** One home for all tests: a test begins with the spare that the one before had started. */
    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void endless_loop_is_overdue_and_stands_on_its_line() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                while (true) {
                  LockSupport.park();
                }"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> wizard.call(method("act"), new Object[0], SHORT))
                .isInstanceOf(CallTimeoutException.class);
        assertThat(session.threads())
                .map(StudentThread::toString)
                .containsExactly("call-act  waiting in LockSupport.park, Wizard.java:14 (act)");
        session.spoil();
        session.close();
        assertThat(HOME.begin().threads()).isEmpty();
    }

    @Test
    void threads_left_over_from_a_passed_test_are_not_told_again() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                Thread left = new Thread(() -> LockSupport.park(), "left");
                left.start();
                while (left.getState() != Thread.State.WAITING) Thread.onSpinWait();"""));
        call(wizard(session), "act");
        assertThat(session.threads())
                .singleElement()
                .asString()
                .startsWith("left  waiting in LockSupport.park, Wizard.java:");
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
                Thread own = new Thread(() -> { while (true) LockSupport.park(); }, "own");
                own.start();
                while (own.getState() != Thread.State.WAITING) Thread.onSpinWait();"""));
        call(wizard(session), "act");
        assertThat(session.threads()).extracting(StudentThread::name).containsExactly("own");
        assertThat(session.allThreads().orElseThrow())
                .extracting(ProgramThread::toString)
                .hasSize(4)
                .satisfiesExactlyInAnyOrder(
                        thread -> assertThat(thread).startsWith("ForkJoinPool-1-worker-1  "),
                        thread -> assertThat(thread).startsWith("own  waiting in LockSupport.park, Wizard.java:"),
                        thread -> assertThat(thread).isEqualTo("pooled  idle in a pool or timer"),
                        thread -> assertThat(thread).isEqualTo("timer  idle in a pool or timer"));
        session.close();
        assertThat(HOME.begin().allThreads()).contains(List.of()); // those of the test before do not count
    }

    @Test
    void program_that_is_gone_does_not_say_which_threads_it_has() throws Throwable {
        SubjectSession session = begin(Submission.acting("System.exit(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectExitException.class);
        assertThat(session.allThreads()).isEmpty();
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
                while (true) LockSupport.park();"""));
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
                  public void run() { begun.countDown(); while (true) LockSupport.park(); }
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

    private static SubjectSession begin(List<ClassFile> classes) {
        HOME.load(classes);
        return HOME.begin();
    }
}
