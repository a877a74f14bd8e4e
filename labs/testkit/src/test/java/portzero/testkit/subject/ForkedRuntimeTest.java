package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static portzero.testkit.subject.Calls.call;
import static portzero.testkit.subject.Calls.wizard;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Submission;
import portzero.testkit.process.ProcessExit;

@Timeout(60)
class ForkedRuntimeTest {

    /** One home for all tests: a test begins with the spare that the one before had started. */
    private static final ForkedRuntime HOME = new ForkedRuntime(HostProgram::start);

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
        Throwable thrown = catchThrowable(() -> call(wizard, "repeat", "ho", -1));
        assertThat(thrown).isExactlyInstanceOf(IOException.class).hasMessage("times must be 0 or more but was -1");
        assertThat(session.origin(thrown).get(0)).hasToString("Wizard.java:7 (repeat)");
        assertThat(session.isWritten(session.origin(thrown).get(0))).isTrue();
    }

    @Test
    void exception_that_has_no_message_keeps_its_type() throws Throwable {
        SubjectSession session = begin(Submission.acting("throw new java.nio.channels.ClosedChannelException();"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(catchThrowable(() -> call(wizard, "act"))).isExactlyInstanceOf(ClosedChannelException.class);
    }

    @Test
    void exception_class_of_the_students_own_is_what_it_extends() throws Throwable {
        String own =
                "class Late extends java.net.SocketTimeoutException { %s } class Later extends Late {} throw new Later();";
        SubjectSession session = begin(Submission.acting(own.formatted("")));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(catchThrowable(() -> call(wizard, "act")))
                .isExactlyInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("Later");
        session.close();
        session = begin(Submission.acting(own.formatted("public String getMessage() { return \"5 s\"; }")));
        SubjectSession.SubjectObject other = wizard(session);
        assertThat(catchThrowable(() -> call(other, "act"))).hasMessageEndingWith("Later: 5 s");
    }

    @Test
    void own_exception_of_no_kind_that_a_test_may_expect_keeps_its_name() throws Throwable {
        SubjectSession session = begin(Submission.acting("class Odd extends Error {} throw new Odd();"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThat(catchThrowable(() -> call(wizard, "act")))
                .isInstanceOfSatisfying(
                        SubjectException.class, e -> assertThat(e.text()).endsWith("Odd"));
    }

    @Test
    void own_exception_and_error_are_told_by_name() throws Throwable {
        SubjectSession session = begin(Submission.acting("throw new StackOverflowError(\"deep\");"));
        SubjectSession.SubjectObject wizard = wizard(session);
        Throwable thrown = catchThrowable(() -> call(wizard, "act"));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        SubjectException.class, e -> assertThat(e.text()).isEqualTo("StackOverflowError: deep"));
    }

    @Test
    void exit_is_a_death_and_the_next_test_has_a_new_program() throws Throwable {
        SubjectSession session = begin(Submission.acting("System.exit(3);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "act")).isInstanceOf(SubjectExitException.class);
        assertThat(session.death()).map(ProcessExit::text).contains("the program ended itself (exit 3)");
        session.close();
        assertThat(call(wizard(HOME.begin()), "add", 1, 1)).isEqualTo(2);
    }

    @Test
    void exit_after_a_passed_test_does_not_touch_the_next() throws Throwable {
        SubjectSession session = begin(Submission.wizard("", "Runtime.getRuntime().halt(0);"));
        SubjectSession.SubjectObject wizard = wizard(session);
        assertThatThrownBy(() -> call(wizard, "close")).isInstanceOf(SubjectExitException.class);
        session.close(); // not spoilt
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
        ForkedRuntime own = new ForkedRuntime(() -> {
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
        try (ForkedRuntime own = new ForkedRuntime(starter)) {
            own.load(Submission.acting(""));
            assertThat(call(wizard(own.begin()), "add", 1, 1)).isEqualTo(2);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
    void a_program_that_is_killed_and_leaves_a_child_with_its_pipes_is_replaced_soon() throws Throwable {
        Process killed = new ProcessBuilder("sh", "-c", "sleep 600 & wait").start();
        while (killed.descendants().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        ProcessHandle left = killed.descendants().findAny().orElseThrow();
        AtomicInteger starts = new AtomicInteger();
        long start = System.nanoTime();
        try (ForkedRuntime own =
                new ForkedRuntime(() -> starts.incrementAndGet() == 1 ? killed : HostProgram.start())) {
            Set<Thread> others = Thread.getAllStackTraces().keySet();
            own.prepareSpare();
            while (!isReadByAnother(others)) {
                Thread.onSpinWait();
            }
            killed.destroyForcibly();
            own.load(Submission.acting(""));
            assertThat(call(wizard(own.begin()), "add", 1, 1)).isEqualTo(2);
        } finally {
            left.destroyForcibly();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(20)); // what a start may take
    }

    /** Whether a thread that is none of the others waits in a read: an end before that would show in the pipe. */
    private static boolean isReadByAnother(Set<Thread> others) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !others.contains(thread.getKey()))
                .filter(thread -> thread.getKey().getName().equals("pipe-reader"))
                .map(Map.Entry::getValue)
                .anyMatch(stack -> stack.length > 0 && stack[0].isNativeMethod());
    }

    @Test
    void program_that_cannot_start_is_no_fault_of_the_submission() {
        try (ForkedRuntime broken = new ForkedRuntime(() -> HostProgram.start("-XX:NoSuchOption=1"))) {
            assertThatThrownBy(broken::begin)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("JVM did not start");
        }
    }

    private static SubjectSession begin(List<ClassFile> classes) {
        HOME.load(classes);
        return HOME.begin();
    }
}
