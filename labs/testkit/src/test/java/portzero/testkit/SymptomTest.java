package portzero.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.testkit.internal.ExceptionTrace;
import portzero.testkit.internal.FailureRecord;
import portzero.testkit.internal.HintSelector;
import portzero.testkit.subject.CodeLine;
import portzero.testkit.subject.StudentThread;
import portzero.testkit.trace.Difference;
import portzero.testkit.trace.Explanation.Kind;

/** What a failure shows by itself, with failures as they are recorded. */
class SymptomTest {

    private static final String NOTHING =
            "Expected  the server to send 3 bytes \"hi\\n\"\nbut       nothing came (waited 1.5 s)";
    private static final String NO_RETURN = "Expected  EchoServer.start to return\nbut       it did not (waited 2 s)";

    private Kind kind = Kind.FAILED;
    private String message = "";
    private Optional<ExceptionTrace> thrown = Optional.empty();
    private String output = "";
    private Optional<List<StudentThread>> visible = Optional.of(List.of());
    private boolean busy;
    private @Nullable Difference difference;
    private List<byte[]> earlier = List.of();
    private int connections = 1;

    @Test
    void where_threads_cannot_be_seen_none_is_said_to_be_missing() {
        message = "Expected  the server to send 1 byte\nbut       nothing came";
        FailureRecord seen = evidence();
        assertThat(seen.isNobodyLeft()).isEqualTo(Runtime.version().feature() < 21);
        visible = Optional.empty();
        assertThat(evidence().isNobodyLeft()).isFalse();
        assertThat(symptoms()).doesNotContain(Symptom.NOBODY_LEFT);
    }

    @Test
    void exception_of_a_call_is_known_by_its_type() {
        thrown = Optional.of(new ExceptionTrace("NegativeArraySizeException: -1", "", List.of(), false));
        assertThat(symptoms()).containsExactly(Symptom.NEGATIVE_SIZE);
        thrown = Optional.of(new ExceptionTrace("SocketException: Socket closed", "", List.of(), false));
        assertThat(symptoms()).containsExactly(Symptom.CLOSED_BY_ITSELF);
        thrown = Optional.of(new ExceptionTrace("SocketException: Connection reset", "", List.of(), false));
        assertThat(symptoms()).isEmpty();
    }

    @Test
    void exception_that_ended_a_thread_is_read_from_what_the_host_prints() {
        output = """
            hello
            Exception in thread "echo-1" java.nio.BufferOverflowException
              at EchoServer.java:41
              at EchoServer.java:20
            Exception in thread "echo-2" java.lang.IllegalStateException: a: b
            done
            """;
        assertThat(ExceptionTrace.lost(output))
                .containsExactly(
                        new ExceptionTrace(
                                "BufferOverflowException",
                                "echo-1",
                                List.of("EchoServer.java:41", "EchoServer.java:20"),
                                false),
                        new ExceptionTrace("IllegalStateException: a: b", "echo-2", List.of(), false));
        assertThat(ExceptionTrace.lost(output).get(0).sentence()).isEqualTo("""
            An exception ended the thread “echo-1”: BufferOverflowException
              at EchoServer.java:41
              at EchoServer.java:20\
            """);
        assertThat(symptoms()).containsExactly(Symptom.BUFFER_BOUNDS, Symptom.THREAD_ENDED);
    }

    @Test
    void exception_of_the_students_own_is_told_where_another_was_expected() {
        thrown = Optional.of(new ExceptionTrace("Odd: no", "", List.of(), true));
        message = "Expected  X.start to return\nbut       it threw Odd: no";
        assertThat(symptoms()).isEmpty();
        message = "Expected  X.start to throw IOException\nbut       it threw Odd: no";
        assertThat(symptoms()).containsExactly(Symptom.FOREIGN_EXCEPTION);
    }

    @Test
    void bytes_that_were_taken_for_text_are_told_by_what_they_became() {
        differs(new byte[] {1, -1, 2}, new byte[] {1, (byte) 0xef, (byte) 0xbf, (byte) 0xbd, 2});
        assertThat(symptoms()).containsExactly(Symptom.REPLACEMENT_CHARACTER);
        differs("grün".getBytes(StandardCharsets.UTF_8), "gr?n".getBytes(StandardCharsets.UTF_8));
        assertThat(symptoms()).containsExactly(Symptom.QUESTION_MARK);
        differs(new byte[] {0, 0, 1, 44}, new byte[] {44, 1, 0, 0});
        assertThat(symptoms()).containsExactly(Symptom.BYTE_ORDER);
    }

    @Test
    void bytes_in_the_wrong_place_are_told_by_where_they_belong() {
        byte[] all = new byte[1_000];
        new Random(1).nextBytes(all);
        byte[] less = Arrays.copyOf(all, 900);
        System.arraycopy(all, 600, less, 500, 400);
        differs(all, less);
        assertThat(symptoms()).containsExactly(Symptom.BLOCK_MISSING);
        byte[] again = Arrays.copyOf(all, 900);
        System.arraycopy(all, 450, again, 500, 50);
        differs(all, again);
        assertThat(symptoms()).containsExactly(Symptom.BLOCK_TWICE);
        byte[] zeros = Arrays.copyOf(Arrays.copyOf(all, 500), 900);
        differs(all, zeros);
        assertThat(symptoms()).containsExactly(Symptom.UNFILLED_BUFFER);
        byte[] wrong = all.clone();
        wrong[10] ^= 1;
        differs(all, wrong);
        assertThat(symptoms()).isEmpty();
    }

    @Test
    void earlier_answer_is_recognised() {
        earlier = List.of("first".getBytes(StandardCharsets.UTF_8));
        differs("other".getBytes(StandardCharsets.UTF_8), "first".getBytes(StandardCharsets.UTF_8));
        assertThat(symptoms()).containsExactly(Symptom.EARLIER_ANSWER);
    }

    @Test
    void counts_that_are_off_by_one_are_told() {
        differs("hi".getBytes(StandardCharsets.UTF_8), "hi\n".getBytes(StandardCharsets.UTF_8));
        assertThat(symptoms()).containsExactly(Symptom.LINE_END_ADDED);
        difference = null;
        message = "Expected  the server to send 1,000 bytes\nbut       only 999 bytes came";
        assertThat(symptoms()).containsExactly(Symptom.ONE_TOO_FEW);
        message = "Expected  the server to send 1,000 bytes\nbut       only 99 bytes came";
        assertThat(symptoms()).isEmpty();
    }

    @Test
    void frame_of_a_thread_tells_when_something_was_waited_for_in_vain() {
        stands("call-start", "blocked in accept");
        message = NO_RETURN;
        assertThat(symptoms()).isEmpty();
        kind = Kind.STANDSTILL;
        assertThat(symptoms()).containsExactly(Symptom.ACCEPTS_IN_CALL);
        stands("call-close", "waiting in join");
        assertThat(symptoms()).containsExactly(Symptom.JOINS_IN_CALL);
        stands("loop", "running in Selector.selectNow");
        assertThat(symptoms()).containsExactly(Symptom.SELECT_NOW);
        stands("loop", "running in InputStream.available");
        assertThat(symptoms()).containsExactly(Symptom.AVAILABLE);
        stands("loop", "sleeping");
        assertThat(symptoms()).containsExactly(Symptom.SLEEPS);
        stands("loop", "waiting for a lock");
        assertThat(symptoms()).containsExactly(Symptom.LOCKED);
        stands("loop", "blocked in read");
        assertThat(symptoms()).isEmpty();
    }

    @Test
    void busy_thread_is_told_where_time_ran_out() {
        message = NOTHING;
        busy = true;
        stands("loop", "running");
        kind = Kind.STANDSTILL;
        assertThat(symptoms()).isEmpty();
        kind = Kind.TIMEOUT;
        assertThat(symptoms()).containsExactly(Symptom.BUSY);
    }

    @Test
    void read_that_goes_on_is_certain_with_a_single_connection_only() {
        message = NOTHING;
        kind = Kind.STANDSTILL;
        stands("echo-1", "blocked in read");
        assertThat(symptoms()).containsExactly(Symptom.READS_ON);
        connections = 2;
        assertThat(symptoms()).isEmpty();
    }

    @Test
    void reset_is_told() {
        message = "Expected  the server to go on\nbut       the connection was reset after 0 bytes";
        assertThat(symptoms()).containsExactly(Symptom.RESET);
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void sentence_is_one_line_and_names_its_symptom(Symptom symptom) {
        assertThat(symptom.sentence()).doesNotContain("\n").doesNotEndWith(".");
        assertThat(Symptom.ofSentence(symptom.sentence())).contains(symptom);
    }

    @Test
    void general_hint_goes_before_the_tests_own() throws NoSuchMethodException {
        message = NO_RETURN;
        kind = Kind.TIMEOUT;
        stands("call-start", "blocked in accept");
        assertThat(advice("plain")).containsExactly(Symptom.ACCEPTS_IN_CALL.sentence(), "plain hint");
        assertThat(advice("candidates")).containsExactly("for accept");
        stands("call-start", "sleeping");
        assertThat(advice("candidates")).containsExactly(Symptom.SLEEPS.sentence(), "other hint");
    }

    @Test
    void hint_without_a_symptom_stays_and_is_called_possible_where_there_are_others() throws NoSuchMethodException {
        assertThat(advice("plain")).containsExactly("plain hint");
        assertThat(advice("candidates")).containsExactly("A possible cause: other hint");
    }

    @LabTest(task = 1, points = 1, hint = "plain hint", notes = "tcp#calls")
    void plain() {}

    @LabTest(
            task = 1,
            points = 1,
            hint = "other hint",
            notes = "tcp#calls",
            hints = {
                @LabTest.SymptomHint(symptom = Symptom.ACCEPTS_IN_CALL, hint = "for accept"),
                @LabTest.SymptomHint(symptom = Symptom.RESET, hint = "for a reset")
            })
    void candidates() {}

    private List<String> advice(String method) throws NoSuchMethodException {
        return HintSelector.of(SymptomTest.class.getDeclaredMethod(method).getAnnotation(LabTest.class), evidence());
    }

    private List<Symptom> symptoms() {
        return Symptom.of(evidence());
    }

    private FailureRecord evidence() {
        return new FailureRecord(
                kind,
                message,
                new FailureRecord.Exceptions(thrown, ExceptionTrace.lost(output)),
                new FailureRecord.Threads(visible, busy),
                difference,
                earlier,
                connections);
    }

    private void differs(byte[] expected, byte[] actual) {
        difference = new Difference(expected, actual);
    }

    private void stands(String name, String doing) {
        visible =
                Optional.of(List.of(new StudentThread(name, "RUNNABLE", doing, new CodeLine("X", "run", "X.java", 1))));
    }
}
