package portzero.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;

/** How many submissions at a time are worth it. */
final class JobsSection implements Section {
    private static final List<Integer> JOBS = List.of(1, 2, 4, 8);

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String title() {
        return "one, two, four and eight submissions at a time";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        var count = bench.size(40, 12);
        var rounds = bench.rounds(3, 1);
        var wall = new HashMap<Integer, Samples>();
        var cpu = new HashMap<Integer, Samples>();
        bench.grader().warm(List.of(lab));
        Turns.each(JOBS, rounds, (jobs, round) -> {
            var submissions = Submissions.of(lab, lab.right(), count, bench.folder("jobs"));
            var cost =
                    bench.grader().grade(submissions, "--jobs", jobs.toString()).dividedBy(count);
            wall.computeIfAbsent(jobs, any -> new Samples()).add(cost.wall());
            cpu.computeIfAbsent(jobs, any -> new Samples()).add(cost.cpu());
            bench.say("round %d of %d: --jobs %d  %.3f s each".formatted(round + 1, rounds, jobs, cost.wall()));
        });
        var table = new Table("", "wall s each", "CPU s each", "as fast as one");
        for (var jobs : JOBS) {
            var speed = wall.get(1).median() / wall.get(jobs).median();
            table.row(
                    "`--jobs " + jobs + "`",
                    wall.get(jobs).text(3),
                    cpu.get(jobs).text(3),
                    Figures.times(speed));
        }
        return "%s, %d right submissions, %s.%n%n%s"
                .formatted(lab.id(), count, Figures.count(rounds, "round"), table.markdown());
    }
}
