package portzero.bench;

import java.io.IOException;
import java.util.List;

/** Right submissions to one lab, against Maven and against JUnit's console launcher. */
final class RightSection implements Section {
    private static final double TARGET = 25;

    @Override
    public String name() {
        return "right";
    }

    @Override
    public String title() {
        return "right submissions, against Maven and JUnit's console launcher";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        var count = bench.size(60, 20);
        var contestants = Contestant.all(bench, bench.size(6, 2), bench.size(10, 4));
        var contest = new Contest(bench, contestants);
        var rounds = bench.rounds(3, 1);
        contest.run(List.of(lab), rounds, () -> Submissions.of(lab, lab.right(), count, bench.folder("right")));
        var ratio = contest.wallRatio(contestants.get(1));
        return """
                %s, %s, each contestant on a new class of %d. All submissions are right: the reference solution and its
                alternatives in turn.

                %sThe grader is **%s** as fast as Maven on each submission (target: at least %.0f×, %s).
                """.formatted(
                        lab.id(),
                        Figures.count(rounds, "round"),
                        count,
                        contest.table(count),
                        Figures.times(ratio),
                        TARGET,
                        Figures.verdict(ratio >= TARGET));
    }
}
