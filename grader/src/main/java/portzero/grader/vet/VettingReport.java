package portzero.grader.vet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portzero.grader.result.Result;
import portzero.grader.result.TestVisibility;
import portzero.grader.result.Verdict;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;

/** Compares what happened with what should have happened. */
final class VettingReport {

    private static final int POINTS = 100;
    private static final int HIDDEN_TESTS = 8;
    private static final int ALTERNATIVES = 2;
    private static final int MISTAKES = 5;

    private final Suite suite;
    private final ProgramSelection selection;
    private final VettingResults findings;
    private final RepeatCounts repeats;
    private final HintCheck hints;
    private final ClauseTable clauses;
    private final List<String> problems = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Set<String> unkilled = new TreeSet<>();

    VettingReport(
            Suite suite,
            ProgramSelection selection,
            VettingResults findings,
            RepeatCounts repeats,
            HintCheck hints,
            ClauseTable clauses) {
        this.suite = suite;
        this.selection = selection;
        this.findings = findings;
        this.repeats = repeats;
        this.hints = hints;
        this.clauses = clauses;
        suite.tests().forEach(test -> unkilled.add(test.id()));
    }

    KillMatrix.LabMatrix matrix() throws SuiteException {
        int skeleton = skeleton();
        int reference = right(VettedProgram.Kind.REFERENCE).getOrDefault("reference", 0);
        Map<String, Integer> alternatives = right(VettedProgram.Kind.ALTERNATIVE);
        Map<String, Integer> partials = partials();
        Map<String, KillMatrix.Mistake> mistakes = mistakes();
        int hidden = (int) suite.tests().stream()
                .map(TestCase::visibility)
                .filter(TestVisibility.HIDDEN::equals)
                .count();
        if (!selection.leftOut().isEmpty()) {
            unkilled.clear(); // one of those may fail it
        }
        unkilled.forEach(test -> problems.add("no mistake fails " + test + ": nothing shows that it tests anything"));
        problems.addAll(clauses.problems(
                suite.tests().stream().map(TestCase::id).collect(Collectors.toSet()), selection.whatMistakesFail()));
        problems.addAll(findings.flakes());
        SignatureCheck signatures = new SignatureCheck(suite.lab(), selection, findings);
        problems.addAll(signatures.problems());
        atLeast(HIDDEN_TESTS, hidden, "hidden tests");
        atLeast(ALTERNATIVES, alternatives.size(), "alternatives");
        atLeast(MISTAKES, mistakes.size() + selection.leftOut().size(), "mistakes");
        if (suite.points() != POINTS) {
            problems.add("the points of all tests must add up to " + POINTS + " but were " + suite.points());
        }
        return new KillMatrix.LabMatrix(
                suite.lab().id(),
                new KillMatrix.Size(
                        suite.tests().size(),
                        hidden,
                        suite.points(),
                        clauses.clauses().size(),
                        (int) clauses.clauses().stream()
                                .filter(clause -> !clause.isGraded())
                                .count()),
                new KillMatrix.Scores(skeleton, reference, alternatives, partials, mistakes),
                new KillMatrix.Omissions(
                        selection.leftOut().size(),
                        selection.skipped().stream().map(VettingReport::skipped).toList()),
                repeats.right(),
                new KillMatrix.Findings(
                        List.copyOf(unkilled),
                        findings.flakes().size(),
                        List.copyOf(doubts),
                        signatures.news(),
                        List.copyOf(problems)),
                problems.isEmpty());
    }

    private static KillMatrix.Skipped skipped(VettedProgram program) {
        return new KillMatrix.Skipped(
                program.kind().name().toLowerCase(Locale.ROOT),
                program.name(),
                program.requirement().java());
    }

    private void atLeast(int least, int actual, String what) {
        if (actual < least) {
            problems.add("there must be at least " + least + " " + what + " but there are " + actual);
        }
    }

    private int skeleton() {
        Result result = result(VettedProgram.Kind.SKELETON).values().iterator().next();
        if (result.score() != 0 || result.verdict() != Verdict.GRADED) {
            problems.add("the skeleton must compile and score 0 but was " + described(result));
        }
        return result.score();
    }

    private Map<String, Integer> right(VettedProgram.Kind kind) {
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
        Map<String, Result> results = result(VettedProgram.Kind.PARTIAL);
        int tasks = suite.tests().stream().mapToInt(TestCase::task).max().orElse(1);
        for (int last = 1; last < tasks; last++) {
            String name = VettedProgram.UP_TO + last;
            Result result = results.remove(name);
            if (result == null) {
                problems.add("there is no partial/" + name + ", which solves the tasks up to " + last + " and no more");
            } else {
                scores.put(name, result.score());
                partial(name, last, result);
            }
        }
        results.keySet()
                .forEach(name -> problems.add("partial/" + name + " must be called " + VettedProgram.UP_TO
                        + "N, with N from 1 to " + (tasks - 1)));
        return scores;
    }

    private void partial(String name, int last, Result result) {
        Set<String> later = suite.tests().stream()
                .filter(test -> test.task() > last)
                .map(TestCase::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> failed = VettingResults.failed(result);
        if (result.verdict() != Verdict.GRADED || !later.equals(failed)) {
            problems.add("partial/" + name + " " + difference(result, later, failed));
        }
    }

    private Map<String, KillMatrix.Mistake> mistakes() throws SuiteException {
        Map<String, KillMatrix.Mistake> mistakes = new LinkedHashMap<>();
        for (VettedProgram program : selection.graded()) {
            if (program.kind() == VettedProgram.Kind.MISTAKE) {
                mistakes.put(program.name(), mistake(program));
            }
        }
        return mistakes;
    }

    private KillMatrix.Mistake mistake(VettedProgram program) throws SuiteException {
        MistakeManifest manifest = MistakeManifest.of(program.sources().get(0));
        Set<String> expected = manifest.fails();
        Result result = repeats.mistakes() == 1 ? again(program, expected) : findings.of(program);
        Set<String> failed = VettingResults.failed(result);
        boolean ok = result.verdict() == Verdict.GRADED && expected.equals(failed);
        if (ok) {
            unkilled.removeAll(failed);
            waver(program, expected);
            hints.lack(manifest, result).ifPresent(lack -> problems.add(program.name() + " " + lack));
        } else {
            problems.add(program.name() + " " + difference(result, expected, failed));
        }
        return new KillMatrix.Mistake(result.score(), List.copyOf(expected), List.copyOf(failed), ok);
    }

    /** The last result; that the first was another is told, and is no problem if the last is right. */
    private Result again(VettedProgram program, Set<String> expected) {
        Result first = findings.of(program);
        Set<String> failed = VettingResults.failed(first);
        if (failed.equals(expected)) {
            return first;
        }
        Result last = findings.last(program);
        if (expected.equals(VettingResults.failed(last))) {
            doubts.add(program.name() + " at first " + difference(first, expected, failed));
        }
        return last;
    }

    /** A mistake that was graded several times must have failed the same tests each time. */
    private void waver(VettedProgram program, Set<String> expected) {
        if (repeats.mistakes() == 1) {
            return;
        }
        findings.failures(program).stream()
                .filter(failed -> !failed.equals(expected))
                .forEach(failed -> problems.add(program.name() + " now and then " + difference(expected, failed)));
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

    private Map<String, Result> result(VettedProgram.Kind kind) {
        Map<String, Result> results = new LinkedHashMap<>();
        selection.graded().stream()
                .filter(program -> program.kind() == kind)
                .forEach(program -> results.put(program.name(), findings.of(program)));
        return results;
    }

    private static String described(Result result) {
        if (result.verdict() != Verdict.GRADED) {
            return result.verdict() + ": " + result.reason() + " " + String.join("; ", result.diagnostics());
        }
        return result.score() + "/" + result.max() + ", not passed: " + VettingResults.failed(result);
    }
}
