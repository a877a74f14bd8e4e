package portzero.grader.mistake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mistakes of one lab, and how tests fail by each.
 *
 * @param schema {@value #SCHEMA}
 * @param mistakes in the order of their names
 */
public record MistakeTable(int schema, List<KnownMistake> mistakes) {

    /** The version of the format that this program writes. */
    public static final int SCHEMA = 1;

    /** Where nothing is known, nothing is named. */
    public static final MistakeTable NONE = new MistakeTable(List.of());

    public MistakeTable {
        mistakes = List.copyOf(mistakes);
    }

    public MistakeTable(List<KnownMistake> mistakes) {
        this(SCHEMA, mistakes);
    }

    /** The mistake in the folder of this name. */
    public Optional<KnownMistake> find(String name) {
        return mistakes.stream().filter(mistake -> mistake.name().equals(name)).findFirst();
    }

    /**
     * The table as far as these tests show it, for whoever must not learn of others: without the names of mistakes, and without the
     * sentences of those that these tests cannot tell from another.
     */
    public MistakeTable restrictedTo(Collection<String> tests) {
        List<KnownMistake> restricted = mistakes.stream()
                .map(mistake -> mistake.restrictedTo(tests))
                .filter(mistake -> !mistake.failures().isEmpty())
                .toList();
        MistakeMatcher matcher = new MistakeMatcher(new MistakeTable(restricted));
        Map<Object, KnownMistake> merged = new LinkedHashMap<>();
        for (KnownMistake mistake : restricted) {
            KnownMistake shown = isNamed(mistake, tests, matcher) ? mistake.withoutName() : mistake.unnamed();
            merged.putIfAbsent(shown, shown);
        }
        return new MistakeTable(new ArrayList<>(merged.values()));
    }

    private static boolean isNamed(KnownMistake mistake, Collection<String> tests, MistakeMatcher matcher) {
        Map<String, String> failures = new LinkedHashMap<>();
        mistake.failures()
                .forEach((test, symptoms) ->
                        failures.put(test, symptoms.iterator().next()));
        Set<String> observed = new TreeSet<>(tests);
        return matcher.name(new FailureVector(observed, failures)).stream()
                .anyMatch(named -> named.sentence().equals(mistake.sentence()));
    }
}
