package portzero.testkit.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.testkit.LabTest;
import portzero.testkit.Symptom;

/** Chooses what to tell the student beside the facts, by what the failure shows. */
public final class HintSelector {

    private static final String POSSIBLY = "A possible cause: ";

    private HintSelector() {}

    /**
     * One hint a line, the most specific first: what is certain by the failure's symptoms, then the test's own.
     *
     * @param test what the test says of itself, or null if it is none of a lab
     */
    public static List<String> of(@Nullable LabTest test, FailureRecord record) {
        List<Symptom> symptoms = Symptom.of(record);
        Optional<LabTest.SymptomHint> fitting = test == null ? Optional.empty() : fitting(test, record);
        Stream<String> general = symptoms.stream()
                .filter(symptom -> fitting.isEmpty() || fitting.get().symptom() != symptom)
                .map(Symptom::sentence);
        return Stream.concat(general, own(test, fitting, symptoms.isEmpty()).stream())
                .toList();
    }

    private static Optional<LabTest.SymptomHint> fitting(LabTest test, FailureRecord record) {
        return Stream.of(test.hints())
                .filter(candidate -> candidate.symptom().isSeenIn(record))
                .findFirst();
    }

    private static Optional<String> own(@Nullable LabTest test, Optional<LabTest.SymptomHint> fitting, boolean plain) {
        if (test == null || test.hint().isEmpty()) {
            return Optional.empty();
        }
        boolean doubtful = plain && test.hints().length > 0;
        return Optional.of(
                fitting.map(LabTest.SymptomHint::hint).orElse(doubtful ? POSSIBLY + test.hint() : test.hint()));
    }
}
