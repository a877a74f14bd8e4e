package portzero.grader.vet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portzero.grader.score.Result;
import portzero.grader.score.Verdict;
import portzero.grader.score.Visibility;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;

/** Compares what happened with what should have happened. */
final class Judgement {

    private static final int POINTS = 100;
    private static final int HIDDEN_TESTS = 8;
    private static final int ALTERNATIVES = 2;
    private static final int MISTAKES = 5;

    private final Suite suite;
    private final Selection selection;
    private final Findings findings;
    private final Repeats repeats;
    private final Lesson lesson;
    private final ClauseTable clauses;
    private final List<String> problems = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Set<String> unkilled = new TreeSet<>();

    Judgement(
            Suite suite, Selection selection, Findings findings, Repeats repeats, Lesson lesson, ClauseTable clauses) {
        this.suite = suite;
        this.selection = selection;
        this.findings = findings;
        this.repeats = repeats;
        this.lesson = lesson;
        this.clauses = clauses;
        suite.tests().forEach(test -> unkilled.add(test.id()));
    }

    KillMatrix.LabMatrix matrix() throws SuiteException {
        int skeleton = skeleton();
        int reference = right(Specimen.Kind.REFERENCE).getOrDefault("reference", 0);
        Map<String, Integer> alternatives = right(Specimen.Kind.ALTERNATIVE);
        Map<String, Integer> partials = partials();
        Map<String, KillMatrix.Mistake> mistakes = mistakes();
        int hidden = (int) suite.tests().stream()
                .map(TestCase::visibility)
                .filter(Visibility.HIDDEN::equals)
                .count();
        if (!selection.leftOut().isEmpty()) {
            unkilled.clear(); // one of those may fail it
        }
        unkilled.forEach(test -> problems.add("no mistake fails " + test + ": nothing shows that it tests anything"));
        problems.addAll(clauses.problems(
                suite.tests().stream().map(TestCase::id).collect(Collectors.toSet()), selection.whatMistakesFail()));
        problems.addAll(findings.flakes());
        atLeast(HIDDEN_TESTS, hidden, "hidden tests");
        atLeast(ALTERNATIVES, alternatives.size(), "alternatives");
        atLeast(MISTAKES, mistakes.size() + selection.leftOut().size(), "mistakes");
        if (suite.points() != POINTS) {
            problems.add("the points of all tests must add up to " + POINTS + " but were " + suite.points());
        }
        return new KillMatrix.LabMatrix(
                suite.lab().id(),
                suite.tests().size(),
                hidden,
                suite.points(),
                skeleton,
                reference,
                alternatives,
                partials,
                mistakes,
                selection.leftOut().size(),
                clauses.clauses().size(),
                (int) clauses.clauses().stream()
                        .filter(clause -> !clause.isGraded())
                        .count(),
                selection.skipped().stream().map(Judgement::skipped).toList(),
                List.copyOf(unkilled),
                findings.flakes().size(),
                repeats.right(),
                List.copyOf(doubts),
                List.copyOf(problems),
                problems.isEmpty());
    }

    private static KillMatrix.Skipped skipped(Specimen specimen) {
        return new KillMatrix.Skipped(
                specimen.kind().name().toLowerCase(Locale.ROOT),
                specimen.name(),
                specimen.requirement().java());
    }

    private void atLeast(int least, int actual, String what) {
        if (actual < least) {
            problems.add("there must be at least " + least + " " + what + " but there are " + actual);
        }
    }

    private int skeleton() {
        Result result = result(Specimen.Kind.SKELETON).values().iterator().next();
        if (result.score() != 0 || result.verdict() != Verdict.GRADED) {
            problems.add("the skeleton must compile and score 0 but was " + described(result));
        }
        return result.score();
    }

    private Map<String, Integer> right(Specimen.Kind kind) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        result(kind).forEach((name, result) -> {
            scores.put(name, result.score());
            if (result.score() != suite.points()) {
                problems.add(name + " must score " + suite.points() + " but was " + described(result));
            }
        });
        return scores;
    }

    /** Programs that solve the first tasks only: points are for what is done, whatever comes later. */
    private Map<String, Integer> partials() {
        Map<String, Integer> scores = new LinkedHashMap<>();
        Map<String, Result> results = result(Specimen.Kind.PARTIAL);
        int tasks = suite.tests().stream().mapToInt(TestCase::task).max().orElse(1);
        for (int last = 1; last < tasks; last++) {
            String name = Specimen.UP_TO + last;
            Result result = results.remove(name);
            if (result == null) {
                problems.add("there is no partial/" + name + ", which solves the tasks up to " + last + " and no more");
            } else {
                scores.put(name, result.score());
                partial(name, last, result);
            }
        }
        results.keySet()
                .forEach(name -> problems.add("partial/" + name + " must be called " + Specimen.UP_TO
                        + "N, with N from 1 to " + (tasks - 1)));
        return scores;
    }

    private void partial(String name, int last, Result result) {
        Set<String> later = suite.tests().stream()
                .filter(test -> test.task() > last)
                .map(TestCase::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> failed = Findings.failed(result);
        if (result.verdict() != Verdict.GRADED || !later.equals(failed)) {
            problems.add("partial/" + name + " " + difference(result, later, failed));
        }
    }

    private Map<String, KillMatrix.Mistake> mistakes() throws SuiteException {
        Map<String, KillMatrix.Mistake> mistakes = new LinkedHashMap<>();
        for (Specimen specimen : selection.graded()) {
            if (specimen.kind() == Specimen.Kind.MISTAKE) {
                mistakes.put(specimen.name(), mistake(specimen));
            }
        }
        return mistakes;
    }

    private KillMatrix.Mistake mistake(Specimen specimen) throws SuiteException {
        Manifest manifest = Manifest.of(specimen.sources().get(0));
        Set<String> expected = manifest.fails();
        Result result = repeats.mistakes() == 1 ? again(specimen, expected) : findings.of(specimen);
        Set<String> failed = Findings.failed(result);
        boolean ok = result.verdict() == Verdict.GRADED && expected.equals(failed);
        if (ok) {
            unkilled.removeAll(failed);
            waver(specimen, expected);
            lesson.lack(manifest, result).ifPresent(lack -> problems.add(specimen.name() + " " + lack));
        } else {
            problems.add(specimen.name() + " " + difference(result, expected, failed));
        }
        return new KillMatrix.Mistake(result.score(), List.copyOf(expected), List.copyOf(failed), ok);
    }

    /** The second result if there is one; that the first was another is told, and is no problem if the second is right. */
    private Result again(Specimen specimen, Set<String> expected) {
        Result first = findings.of(specimen);
        Set<String> failed = Findings.failed(first);
        if (failed.equals(expected)) {
            return first;
        }
        Result last = findings.last(specimen);
        if (expected.equals(Findings.failed(last))) {
            doubts.add(specimen.name() + " at first " + difference(first, expected, failed));
        }
        return last;
    }

    /** A mistake that was graded several times must have failed the same tests each time. */
    private void waver(Specimen specimen, Set<String> expected) {
        if (repeats.mistakes() == 1) {
            return;
        }
        findings.failures(specimen).stream()
                .filter(failed -> !failed.equals(expected))
                .forEach(failed -> problems.add(specimen.name() + " now and then " + difference(expected, failed)));
    }

    private static String difference(Result result, Set<String> expected, Set<String> failed) {
        return result.verdict() == Verdict.GRADED
                ? difference(expected, failed)
                : "must be graded but was " + described(result);
    }

    private static String difference(Set<String> expected, Set<String> failed) {
        Set<String> survived = new TreeSet<>(expected);
        survived.removeAll(failed);
        Set<String> surprising = new TreeSet<>(failed);
        surprising.removeAll(expected);
        return (survived.isEmpty() ? "" : "passes " + survived + " though it should fail; ")
                + (surprising.isEmpty() ? "" : "fails " + surprising + " though it should pass");
    }

    private Map<String, Result> result(Specimen.Kind kind) {
        Map<String, Result> results = new LinkedHashMap<>();
        selection.graded().stream()
                .filter(specimen -> specimen.kind() == kind)
                .forEach(specimen -> results.put(specimen.name(), findings.of(specimen)));
        return results;
    }

    private static String described(Result result) {
        if (result.verdict() != Verdict.GRADED) {
            return result.verdict() + ": " + result.reason() + " " + String.join("; ", result.diagnostics());
        }
        return result.score() + "/" + result.max() + ", not passed: " + Findings.failed(result);
    }
}
