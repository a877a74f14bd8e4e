package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portzero.testkit.subject.Calls.call;
import static portzero.testkit.subject.Calls.wizard;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Submission;
import portzero.testkit.process.ProcessExit;
import portzero.testkit.process.ProcessFiles;

/** Programs that attack the pipe, the host or whoever reads what they say. */
@Timeout(60)
class HostileProgramTest {

    /** One home for all tests: a test begins with the spare that the one before had started. */
    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

    @AfterAll
    static void close() {
        HOME.close();
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
        assertThat(catchThrowable(() -> call(wizard, "act"))).hasMessage("(getMessage() threw java.lang.Error)");
        assertThat(String.valueOf(catchThrowable(() -> call(wizard, "act")).getMessage()))
                .hasSizeLessThan(5_000);
        assertThat(catchThrowable(() -> call(wizard, "act"))).isInstanceOf(SubjectException.class);
        assertThat(catchThrowable(() -> call(wizard, "act"))).hasMessage("e");
    }

    @Test
    void what_is_logged_or_printed_to_a_kept_stream_is_seen_in_every_test() throws Throwable {
        List<ClassFile> program = Submission.acting("""
                java.util.logging.Logger.getLogger("board").info("logged");
                java.io.PrintStream kept = (java.io.PrintStream)
                    System.getProperties().computeIfAbsent("kept", name -> System.out);
                kept.println("printed");
                kept.close();""");
        for (int test = 0; test < 2; test++) {
            SubjectSession session = test == 0 ? begin(program) : HOME.begin();
            call(wizard(session), "act");
            assertThat(session.output()).contains("INFO: logged").contains("printed");
            session.close();
        }
    }

    @Test
    void a_thread_that_holds_the_lock_of_an_earlier_tests_stream_holds_up_no_later_test() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                if (calls == 1 && System.getProperty("held") == null) {
                  System.setProperty("held", "");
                  java.util.concurrent.CountDownLatch locked = new java.util.concurrent.CountDownLatch(1);
                  Thread holder = new Thread(() -> {
                    synchronized (System.out) { locked.countDown(); java.util.concurrent.locks.LockSupport.park(); }
                  });
                  holder.setDaemon(true);
                  holder.start();
                  locked.await();
                } else {
                  System.out.println("printed");
                }"""));
        call(wizard(session), "act");
        session.close();
        session = HOME.begin();
        call(wizard(session), "act");
        assertThat(session.output()).contains("printed");
        session.close();
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
    void forged_bytes_on_the_channel_end_the_program() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                new FileOutputStream(FileDescriptor.out).write("100/100 PASSED".getBytes());
                new CountDownLatch(1).await();"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act"))
                .isInstanceOf(SubjectExitException.class)
                .hasMessage("the program wrote to the grader's own channel");
        assertThat(session.death()).map(ProcessExit::text).contains("the program wrote to the grader's own channel");
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
                new CountDownLatch(1).await();"""));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act"))
                .isInstanceOf(SubjectExitException.class)
                .hasMessage("the program gave an impossible answer: expected void but a LIST came");
    }

    @Test
    void closing_the_channel_is_a_death_that_says_so() throws Throwable {
        SubjectSession session = begin(Submission.acting("new FileOutputStream(FileDescriptor.out).close();"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectExitException.class);
        assertThat(session.death()).map(ProcessExit::text).contains("the program closed the grader's own channel");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void an_end_is_seen_without_a_question() throws Throwable {
        SubjectSession session = begin(Submission.acting("Runtime.getRuntime().halt(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(session.hasEnded()).isFalse();
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectExitException.class);
        assertThat(session.hasEnded()).isTrue();
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
        Throwable thrown = catchThrowable(() -> call(wizard, "act"));
        String told = thrown instanceof SubjectException exception
                ? exception.text()
                : session.death().map(ProcessExit::text).orElse("");
        assertThat(told).containsAnyOf("OutOfMemoryError", "out of memory");
    }

    @Test
    void nothing_of_a_submission_lives_when_the_next_one_is_loaded() throws Throwable {
        SubjectSession session = begin(Submission.acting("""
                String java = System.getProperty("java.home") + "/bin/java";
                String path = System.getProperty("java.class.path");
                Process child = new ProcessBuilder(java, "-cp", path, "portzero.testkit.host.Host").start();
                System.out.println(child.pid());"""));
        call(wizard(session), "act");
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(session.output().strip())).orElseThrow();
        assertThat(child).matches(ProcessFiles::lives);
        session.close();
        HOME.load(Submission.acting(""));
        assertThat(child).matches(process -> !ProcessFiles.lives(process));
    }

    private static SubjectSession begin(List<ClassFile> classes) {
        HOME.load(classes);
        return HOME.begin();
    }
}
