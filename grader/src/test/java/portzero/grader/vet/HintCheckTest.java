package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portzero.grader.result.Outcome;
import portzero.grader.wording.ReadingLink;

class HintCheckTest {

    private static final Map<String, ReadingLink> NOTES = Map.of(
            "tcp#reads",
                    new ReadingLink("A read returns what is there, which may be a single byte of many", "tcp.html"),
            "tcp#calls", new ReadingLink("The calls", "tcp.html"));

    private final HintCheck hints = new HintCheck(id -> Optional.ofNullable(NOTES.get(id)));

    @Test
    void a_failure_with_hint_and_section_teaches() {
        assertThat(hints.lack(
                        mistake("tcp#reads"), SampleGrading.ending(Outcome.FAILED, "Write what was read", "tcp#reads")))
                .isEmpty();
    }

    @Test
    void the_section_must_be_named_by_a_failed_test() {
        assertThat(hints.lack(
                        mistake("tcp#calls"), SampleGrading.ending(Outcome.FAILED, "Write what was read", "tcp#reads")))
                .hasValueSatisfying(
                        lack -> assertThat(lack).contains("is shown tcp, “The calls” by none of the tests"));
    }

    @Test
    void the_section_must_be_in_the_notes() {
        assertThat(hints.lack(
                        mistake("tcp#gone"), SampleGrading.ending(Outcome.FAILED, "Write what was read", "tcp#gone")))
                .contains("has reading=tcp#gone, which the notes do not have");
    }

    @Test
    void each_failure_must_have_a_hint() {
        assertThat(hints.lack(mistake("tcp#reads"), SampleGrading.ending(Outcome.FAILED, " ", "tcp#reads")))
                .contains("is shown no hint by EchoTest.echoes");
    }

    private static MistakeManifest mistake(String reading) {
        return new MistakeManifest(
                "Writes too much", "You seem to write too much.", Set.of("EchoTest.echoes"), reading);
    }
}
