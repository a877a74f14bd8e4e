package portzero.grader.vet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import portzero.grader.report.terminal.FailureText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.wording.ReadingLink;

/**
 * Whether a failure teaches: whoever made a mistake is to read, in the text that a student sees, a hint with each
 * failed test and the section of the notes that explains this very mistake.
 */
final class HintCheck {

    private final Function<String, Optional<ReadingLink>> readings;
    private final FailureText text;

    /**
     * Lessons that refer to these notes.
     *
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     */
    HintCheck(Function<String, Optional<ReadingLink>> readings) {
        this.readings = readings;
        text = new FailureText(Terminal.plain(), readings);
    }

    /** What the text of a mistake's failures lacks; empty if it teaches. */
    Optional<String> lack(MistakeManifest manifest, Result result) {
        Optional<ReadingLink> section = readings.apply(manifest.reading());
        if (section.isEmpty()) {
            return Optional.of("has reading=" + manifest.reading() + ", which the notes do not have");
        }
        List<TestResult> failed = result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .toList();
        Optional<TestResult> hintless =
                failed.stream().filter(test -> !shows(test, test.hint())).findFirst();
        if (hintless.isPresent()) {
            return Optional.of("is shown no hint by " + hintless.get().id());
        }
        String named = section.get().inPrint(manifest.reading());
        return failed.stream().anyMatch(test -> shows(test, named))
                ? Optional.empty()
                : Optional.of("is shown " + named + " by none of the tests that it fails; name one of their sections,"
                        + " or let a test name this one");
    }

    private boolean shows(TestResult test, String words) {
        return !words.isBlank() && unwrapped(text.test(test)).contains(unwrapped(words));
    }

    private static String unwrapped(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
