package portzero.bench;

import java.io.IOException;
import java.util.List;

/** A class of one: what the start of the grader takes. */
final class StartSection implements Section {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "the start of a grade run: one submission";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        var label = "`./lab grade`, one right submission";
        return Repeated.table(bench, label, bench.rounds(7, 3), 0, round -> {
            var one = Submissions.of(lab, lab.right().subList(0, 1), 1, bench.folder("start"));
            var results = bench.grader().results();
            return List.of(
                    bench.checkout().lab(),
                    "grade",
                    one.folder().toString(),
                    "--lab",
                    lab.id(),
                    "--out",
                    results.toString());
        });
    }
}
