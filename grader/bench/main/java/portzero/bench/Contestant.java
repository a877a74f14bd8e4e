package portzero.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A way to grade a class. */
interface Contestant {
    /** What it is called in tables; the name that a user would type where there is one. */
    String label();

    /** Of how many submissions of a class it grades only a sample. */
    int sample();

    /** Fetches and makes what it needs once. Not counted. */
    void prepare(List<Lab> labs) throws IOException, InterruptedException;

    /** Grades a class, or a sample of it; gives what it took for each submission. */
    Cost each(Submissions submissions) throws IOException, InterruptedException;

    /** The grader, which takes the whole class. */
    static Contestant grader(Bench bench) {
        return new Contestant() {
            @Override
            public String label() {
                return "`./lab grade`, %d at a time".formatted(atATime());
            }

            @Override
            public int sample() {
                return Integer.MAX_VALUE;
            }

            @Override
            public void prepare(List<Lab> labs) throws IOException, InterruptedException {
                bench.grader().warm(labs);
            }

            @Override
            public Cost each(Submissions submissions) throws IOException, InterruptedException {
                return bench.grader().grade(submissions).dividedBy(submissions.size());
            }
        };
    }

    /** The grader; what most people would do; and how that could be made faster with a little work. */
    static List<Contestant> all(Bench bench, int mavenSample, int consoleSample) throws IOException {
        var console = bench.folder("console");
        var withArchives = bench.folder("console");
        var all = new ArrayList<Contestant>(List.of(grader(bench), new MavenContestant(bench, mavenSample, 1)));
        all.add(new ConsoleContestant(bench, console, consoleSample, 1, false));
        all.add(new ConsoleContestant(bench, withArchives, consoleSample, 1, true));
        all.add(new MavenContestant(bench, mavenSample, atATime()));
        all.add(new ConsoleContestant(bench, withArchives, consoleSample, atATime(), true));
        return List.copyOf(all);
    }

    /** As many as the grader takes if nobody says: half of grading is waiting, whoever does it. */
    private static int atATime() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }
}
