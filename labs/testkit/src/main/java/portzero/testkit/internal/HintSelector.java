package portzero.testkit.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.testkit.Hint;
import portzero.testkit.Symptom;

/** Chooses what to tell the student beside the facts, by what the failure shows. */
public final class HintSelector {

    private static final String POSSIBLY = "A possible cause: ";

    private HintSelector() {}

    /**
     * One hint a line, the most specific first: what is certain by the failure's symptoms, then the test's own.
     *
     * @param hint the test's, or null if it has none
     */
    public static List<String> of(@Nullable Hint hint, FailureRecord record) {
        List<Symptom> symptoms = Symptom.of(record);
        Optional<Hint.Candidate> fitting = hint == null ? Optional.empty() : fitting(hint, record);
        Stream<String> general = symptoms.stream()
                .filter(symptom -> fitting.isEmpty() || fitting.get().value() != symptom)
                .map(Symptom::sentence);
        return Stream.concat(general, own(hint, fitting, symptoms.isEmpty()).stream())
                .toList();
    }

    private static Optional<Hint.Candidate> fitting(Hint hint, FailureRecord record) {
        return Stream.of(hint.when())
                .filter(candidate -> candidate.value().isSeenIn(record))
                .findFirst();
    }

    private static Optional<String> own(@Nullable Hint hint, Optional<Hint.Candidate> fitting, boolean plain) {
        if (hint == null) {
            return Optional.empty();
        }
        boolean doubtful = plain && hint.when().length > 0;
        return Optional.of(fitting.map(Hint.Candidate::hint).orElse(doubtful ? POSSIBLY + hint.value() : hint.value()));
    }
}
