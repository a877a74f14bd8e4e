package portzero.grader.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.grader.result.TestResult;
import portzero.testkit.Symptom;

/** What to read after a failure. */
public final class ReadingList {

    private ReadingList() {}

    /** The sections that belong to the hints, in their order; those of general hints first, the test's own last. */
    public static List<String> of(TestResult test) {
        Stream<String> general = test.hint()
                .lines()
                .map(Symptom::ofSentence)
                .flatMap(Optional::stream)
                .map(Symptom::reading);
        return Stream.concat(general, Stream.of(test.reading()))
                .filter(reading -> !reading.isEmpty())
                .distinct()
                .toList();
    }
}
