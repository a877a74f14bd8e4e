package portzero.bench;

import java.io.IOException;

/** A class as it is: mistakes mostly, of every lab. */
final class ClassSection implements Section {
    @Override
    public String name() {
        return "class";
    }

    @Override
    public String title() {
        return "a realistic class of all labs, one third right";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var labs = bench.checkout().labs();
        var students = students(bench, bench.size(96, 16));
        var contestants = Contestant.all(bench, bench.size(9, 3), bench.size(12, 3));
        var contest = new Contest(bench, contestants);
        var rounds = bench.rounds(2, 1);
        var one = Submissions.mixed(labs, students, bench.folder("counted"));
        contest.run(labs, rounds, () -> Submissions.mixed(labs, students, bench.folder("mixed")));
        return """
                %s of %d students who handed in a checkout with %d labs each, %d of %d right; %s. The others ran on a sample
                with as many right ones in proportion.

                %sThe grader is **%s** as fast as Maven on each submission.
                """.formatted(
                        Figures.count(one.size(), "submission"),
                        students,
                        labs.size(),
                        one.right(),
                        one.size(),
                        Figures.count(rounds, "round"),
                        contest.table(one.size()),
                        Figures.times(contest.wallRatio(contestants.get(1))));
    }

    /** So many students that they hand in that many submissions. */
    static int students(Bench bench, int submissions) {
        return Math.max(1, submissions / bench.checkout().labs().size());
    }
}
