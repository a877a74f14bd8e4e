package portzero.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What mistakes take, against right submissions of the same lab. */
final class WrongSection implements Section {
    private static final double TARGET = 2;

    /** The first ones find the worker cold, and do not count. */
    private static final int WARM_UP = 3;

    private static final int RIGHT = 8;

    @Override
    public String name() {
        return "wrong";
    }

    @Override
    public String title() {
        return "mistakes, against right submissions of the same lab";
    }

    /** A mistake's own time. */
    private record Mistake(String name, double seconds) {}

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var rounds = bench.rounds(1, 1);
        var labs = bench.checkout().labs().stream()
                .filter(lab -> !lab.mistakes().isEmpty())
                .toList();
        labs = labs.subList(0, Math.min(labs.size(), bench.size(labs.size(), 1)));
        var table = new Table("lab", "mistakes", "right, s", "wrong, mean s", "ratio", "target", "the worst three");
        var missed = 0;
        for (var lab : labs) {
            var right = new Samples();
            var mistakes = measure(bench, lab, rounds, right);
            var mean = mistakes.stream().mapToDouble(Mistake::seconds).average().orElse(0);
            missed += mean / right.median() <= TARGET ? 0 : 1;
            table.row(
                    lab.id(),
                    Integer.toString(mistakes.size()),
                    right.text(2),
                    Figures.of(mean, 2),
                    Figures.times(mean / right.median()),
                    Figures.verdict(mean / right.median() <= TARGET),
                    worst(mistakes));
            bench.say("%s: right %.2f s, wrong %.2f s".formatted(lab.id(), right.median(), mean));
        }
        return """
                Each mistake %s, and the reference solution and its alternatives eight times among them, by one worker
                (`--jobs 1`); a submission's time is what its result says: reading, compiling, and all tests, those that ran
                again, too.

                %sTarget: a wrong submission takes at most %s a right one, mean over the mistakes of a lab; %s.
                """.formatted(
                rounds == 1 ? "once" : rounds + " times",
                table.markdown(),
                Figures.times(TARGET),
                missed == 0 ? "met by each lab that was measured" : "**missed** by " + missed + " of " + labs.size());
    }

    private static List<Mistake> measure(Bench bench, Lab lab, int rounds, Samples right)
            throws IOException, InterruptedException {
        var times = lab.mistakes().stream().map(mistake -> new Samples()).toList();
        bench.grader().warm(List.of(lab));
        for (var round = 0; round < rounds; round++) {
            var submissions = Submissions.of(lab, among(lab), among(lab).size(), bench.folder("wrong"));
            var results = bench.grader().results();
            bench.grader().grade(submissions, results, process -> {}, "--jobs", "1");
            var graded = GradedResults.read(results);
            graded.check(submissions).forEach(bench::say);
            for (var one : submissions.all().subList(WARM_UP, submissions.size())) {
                var seconds = graded.of(one).seconds();
                (one.specimen().isRight() ? right : times.get(lab.mistakes().indexOf(one.specimen()))).add(seconds);
            }
            bench.discard(results);
        }
        var mistakes = new ArrayList<Mistake>();
        for (var i = 0; i < times.size(); i++) {
            mistakes.add(new Mistake(lab.mistakes().get(i).name(), times.get(i).median()));
        }
        return mistakes;
    }

    /** Right ones to begin with, and others evenly among the mistakes. */
    private static List<Specimen> among(Lab lab) {
        var all =
                new ArrayList<Specimen>(Collections.nCopies(WARM_UP, lab.right().get(0)));
        var each = Math.max(1, lab.mistakes().size() / RIGHT);
        for (var i = 0; i < lab.mistakes().size(); i++) {
            all.add(lab.mistakes().get(i));
            if (i % each == each - 1) {
                all.add(lab.right().get(i / each % lab.right().size()));
            }
        }
        return all;
    }

    private static String worst(List<Mistake> mistakes) {
        return mistakes.stream()
                .sorted(Comparator.comparingDouble(Mistake::seconds).reversed())
                .limit(3)
                .map(mistake -> mistake.name() + " " + Figures.of(mistake.seconds(), 1) + " s")
                .collect(Collectors.joining(", "));
    }
}
