package portzero.grader.mistake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.course.Lab;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.TestResult;

/**
 * Finds the mistake, or the two, by which the failures of a program are explained well enough and clearly better than by any other.
 * Silent where that is not so: a wrong name costs a student more than none.
 *
 * <p>Mistakes with the same sentence count as one. Immutable.
 */
public final class MistakeMatcher {

    /** What a failure counts that was expected, and looks otherwise. */
    private static final double OTHER_SYMPTOM = 0.4;

    /** Of all tests that fail or should fail, what one mistake must explain. */
    private static final double ENOUGH = 0.8;

    /** What two of them must explain together: of so many pairs, one or the other fits loosely by chance. */
    private static final double ENOUGH_FOR_TWO = 0.95;

    /** By how much the best must be ahead of the next. */
    private static final double AHEAD = 0.15;

    private final List<KnownMistake> known;

    public MistakeMatcher(MistakeTable table) {
        known = table.mistakes();
    }

    /** The matcher of a lab, by its table. */
    public static MistakeMatcher of(Lab lab) {
        return new MistakeMatcher(MistakeTableFile.read(lab));
    }

    /** Whether it knows no mistake, and so will never name one. */
    public boolean isEmpty() {
        return known.isEmpty();
    }

    /** What these results seem to come from: one mistake, several, or none that is known. */
    public List<NamedMistake> name(Collection<TestResult> results) {
        return name(FailureVector.of(results));
    }

    /** What this vector seems to come from. */
    public List<NamedMistake> name(FailureVector vector) {
        if (vector.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = candidates(vector);
        Map<Set<String>, Double> single = new HashMap<>();
        candidates.forEach(one -> single.merge(Set.of(one.identity()), one.score(vector, one), Math::max));
        double alone = best(single);
        if (alone >= ENOUGH) {
            return named(certain(single, alone), candidates);
        }
        Map<Set<String>, Double> pairs = pairs(vector, candidates);
        double together = best(pairs);
        return together >= ENOUGH_FOR_TWO && together - alone >= AHEAD
                ? named(certain(pairs, together), candidates)
                : List.of();
    }

    /** What the tests that were observed can show of the known mistakes. */
    private List<Candidate> candidates(FailureVector vector) {
        List<Candidate> candidates = new ArrayList<>();
        for (KnownMistake mistake : known) {
            KnownMistake part = mistake.restrictedTo(vector.observed());
            if (!part.failures().isEmpty()) {
                String identity = part.sentence().isEmpty() ? "unnamed " + candidates.size() : part.sentence();
                candidates.add(new Candidate(identity, part));
            }
        }
        return candidates;
    }

    /**
     * Pairs of mistakes each of which is seen, more or less, in the tests that it fails. Two that show in one class of tests are none:
     * there a single mistake that nobody knows is more likely.
     */
    private static Map<Set<String>, Double> pairs(FailureVector vector, List<Candidate> candidates) {
        List<Candidate> seen = candidates.stream()
                .filter(one -> one.scoreOfItsTests(vector) >= ENOUGH_FOR_TWO - AHEAD)
                .toList();
        Map<Set<String>, Double> pairs = new HashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            for (Candidate other : seen.subList(i + 1, seen.size())) {
                Candidate one = seen.get(i);
                if (!one.identity().equals(other.identity()) && Collections.disjoint(one.classes(), other.classes())) {
                    pairs.merge(Set.of(one.identity(), other.identity()), one.score(vector, other), Math::max);
                }
            }
        }
        return pairs;
    }

    private static double best(Map<Set<String>, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** What is in each explanation that is about as good as the best. */
    private static Set<String> certain(Map<Set<String>, Double> scores, double best) {
        Set<String> common = new HashSet<>();
        scores.keySet().forEach(common::addAll);
        scores.forEach((explanation, score) -> {
            if (score > best - AHEAD) {
                common.retainAll(explanation);
            }
        });
        return common;
    }

    private static List<NamedMistake> named(Set<String> identities, List<Candidate> candidates) {
        return identities.stream()
                .sorted()
                .flatMap(identity -> candidates.stream()
                        .filter(one -> one.identity().equals(identity))
                        .map(Candidate::mistake)
                        .filter(mistake -> !mistake.sentence().isEmpty())
                        .limit(1))
                .map(mistake -> new NamedMistake(mistake.sentence(), mistake.reading()))
                .toList();
    }

    /** A mistake as far as the tests that were observed show it; those that count as one have one identity. */
    private record Candidate(String identity, KnownMistake mistake) {

        /** How much of a vector two mistakes explain, of all that fails or should: 0 to 1. The two may be the same. */
        double score(FailureVector vector, Candidate other) {
            double explained = 0;
            for (Map.Entry<String, String> failure : vector.failures().entrySet()) {
                explained += Math.max(explains(failure), other.explains(failure));
            }
            long notSeen = Stream.concat(tests(), other.tests())
                    .distinct()
                    .filter(test -> !vector.failures().containsKey(test))
                    .count();
            return explained / (vector.failures().size() + notSeen);
        }

        /** The same, of the tests alone that this one fails. */
        double scoreOfItsTests(FailureVector vector) {
            double explained = 0;
            for (Map.Entry<String, String> failure : vector.failures().entrySet()) {
                explained += explains(failure);
            }
            return explained / mistake.failures().size();
        }

        private double explains(Map.Entry<String, String> failure) {
            Set<String> symptoms = mistake.failures().get(failure.getKey());
            if (symptoms == null) {
                return 0;
            }
            return symptoms.contains(failure.getValue()) ? 1 : OTHER_SYMPTOM;
        }

        private Stream<String> tests() {
            return mistake.failures().keySet().stream();
        }

        private Set<String> classes() {
            return tests().map(test -> test.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        }
    }
}
