package portzero.grader.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.result.Outcome;

class SymptomTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Expected  no listener on 127.0.0.1:41469\\nbut       a connection succeeded | Expected no listener on <address> but a connection succeeded
            Expected  no listener on [::1]:41469\\nbut       a connection succeeded | Expected no listener on <address> but a connection succeeded
            Expected  EchoServer#3.start to throw IOException\\nbut       it returned 127.0.0.1:36641 | Expected EchoServer.start to throw IOException but it returned <address>
            Expected  echo to return\\nbut       it threw java.io.IOException: no room for 65,536\\n  at EchoClient.java:18 (echo) | Expected echo to return but it threw IOException
            Expected  the server to send 1 byte (connection 3)\\nbut       nothing came (waited 0.189 s; the program stands still: it waits) | Expected the server to send # bytes (connection #) but nothing came
            Expected  EchoClient.echo to return 1 byte: c0\\nbut       byte 0 differs: expected c0, was ef; 1 byte: ef came | Expected EchoClient.echo to return # bytes: <byte> but byte # differs: expected <byte>, was <byte>; # bytes: <byte> came
            Expected  an error for "iutbfhtd:80": five digits\\nbut       parse returned it | Expected an error for "a:#": five digits but parse returned it
            An exception ended the thread “my own 7”: java.lang.NullPointerException: because\\n  at A.java:3 (run) | An exception ended the thread: NullPointerException
            Expected no thread to be left, but 1 is:\\necho-7 and 3 more like it  blocked in read, EchoServer.java:41 (serve) | Expected no thread to be left, but # is: <thread> blocked in read
            """)
    void what_differs_from_run_to_run_is_left_out(String message, String symptom) {
        assertThat(SampleFailure.symptom(message.replace("\\n", "\n"))).isEqualTo(symptom);
    }

    @Test
    void the_shape_of_a_quotation_stays() {
        assertThat(SampleFailure.symptom("Expected an error for \"[localhost]:80\\n\""))
                .isEqualTo(SampleFailure.symptom("Expected an error for \"[example]:4711\\n\""))
                .isNotEqualTo(SampleFailure.symptom("Expected an error for \"[localhost:80\\n\""))
                .isNotEqualTo(SampleFailure.symptom("Expected an error for \"[localhost]:80\""));
    }

    @Test
    void bytes_that_were_made_text_are_told_from_others() {
        String wrong = "Expected  256 bytes\nbut       byte 128 differs: expected 80, was ef\n  came  … 7f ef bf bd …";
        assertThat(SampleFailure.symptom(wrong)).endsWith("<replacement>");
        assertThat(SampleFailure.symptom(wrong.replace("ef bf bd", "ef 80 81"))).doesNotContain("<replacement>");
    }

    @Test
    void an_end_of_the_program_is_told_from_other_failures() {
        assertThat(SymptomText.of(SampleFailure.of("EchoTest.echoes", Outcome.CRASHED, "It ended")))
                .isEqualTo("crashed: It ended");
        assertThat(SymptomText.of(SampleFailure.of("EchoTest.echoes", Outcome.TIMEOUT, "It ended")))
                .isEqualTo(SymptomText.of(SampleFailure.of("EchoTest.echoes", Outcome.FAILED, "It ended")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "\\",
                "\"\\",
                "00 ",
                "a.",
                "threw a.b.",
                "An exception ended the thread “a",
                "(waited ",
                "/:",
                "[:",
                "$1 \\1",
                "1,",
                "x#1"
            })
    @Timeout(60)
    void a_hostile_message_is_cut_and_takes_no_long_time(String part) {
        assertThat(SampleFailure.symptom(part.repeat(200_000))).hasSizeLessThan(300);
        assertThat(SampleFailure.symptom((part.repeat(300) + "\n").repeat(1000)))
                .hasSizeLessThan(300);
    }

    @Test
    void a_failure_without_a_message_has_a_symptom_too() {
        assertThat(SymptomText.of(SampleFailure.of("EchoTest.echoes", Outcome.FAILED, null)))
                .isEqualTo("null");
    }
}
