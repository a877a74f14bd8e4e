package portzero.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The three parts of the floor and graded classes of two sizes, in turn. */
final class FloorMeasurement {
    private static final double TARGET = 1.3;

    /** Both compilers: after some hundred repetitions the same work takes less than with the first one alone. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData");

    private final Samples compile = new Samples();
    private final Samples start = new Samples();
    private final Samples startWall = new Samples();
    private final Samples tests = new Samples();
    private final Samples small = new Samples();
    private final Samples large = new Samples();
    private final Samples further = new Samples();

    private final Bench bench;

    FloorMeasurement(Bench bench) {
        this.bench = bench;
    }

    /** Measures, and gives the text of the section. */
    String text() throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        var few = bench.size(20, 10);
        var many = bench.size(100, 30);
        var classes = compileFloor();
        bench.grader().warm(List.of(lab));
        var rounds = bench.rounds(2, 1);
        for (var round = 1; round <= rounds; round++) {
            var specimens = Submissions.of(lab, lab.right(), lab.right().size(), bench.folder("floor"));
            compile.add(part(classes, "compile", specimens, bench.size(150, 60)).cpu());
            starts(classes, specimens, bench.size(8, 4));
            tests.add(part(classes, "tests", specimens, bench.size(30, 12)).cpu());
            grade(lab, few, many);
            bench.say("round %d of %d: compile %.3f, start %.3f, tests %.3f, graded %.3f CPU s"
                    .formatted(round, rounds, compile.max(), start.max(), tests.max(), large.max()));
        }
        return text(lab, rounds, few, many);
    }

    private Path compileFloor() throws IOException, InterruptedException {
        var classes = bench.folder("floor-classes");
        var command = new ArrayList<>(List.of("javac", "-nowarn", "-d", classes.toString()));
        command.addAll(List.of("-cp", bench.checkout().grader().toString()));
        var sources = bench.checkout().home().resolve("grader/bench/floor");
        Folders.files(sources, Folders::isJava).forEach(file -> command.add(file.toString()));
        bench.meter().run(command);
        return classes;
    }

    /** Runs a part alone; gives what it says of each submission. */
    private Cost part(Path classes, String part, Submissions specimens, int passes)
            throws IOException, InterruptedException {
        bench.say("the floor's " + part + ", " + passes + " passes over " + specimens.size() + " submissions");
        bench.meter().run(command(classes, part, specimens, passes));
        var figures = bench.meter()
                .output()
                .strip()
                .lines()
                .reduce((first, last) -> last)
                .orElse("")
                .split(" ");
        return new Cost(Double.parseDouble(figures[1]), Double.parseDouble(figures[0]));
    }

    /** What starts take is used by other processes: the difference between a run with few of them and one with many. */
    private void starts(Path classes, Submissions specimens, int passes) throws IOException, InterruptedException {
        bench.say("the floor's starts");
        var one = bench.meter().run(command(classes, "start", specimens, 1));
        var all = bench.meter().run(command(classes, "start", specimens, 1 + passes));
        var starts = passes * specimens.size();
        start.add((all.cpu() - one.cpu()) / starts);
        startWall.add((all.wall() - one.wall()) / starts);
    }

    private List<String> command(Path classes, String part, Submissions specimens, int passes) {
        var command = new ArrayList<>(List.of("java"));
        command.addAll(FLAGS);
        command.add("-Dportzero.home=" + bench.checkout().home());
        command.addAll(List.of("-cp", bench.checkout().grader() + ":" + classes, "portzero.bench.floor.Floor", part));
        command.addAll(
                List.of(specimens.all().get(0).lab().id(), specimens.folder().toString(), Integer.toString(passes)));
        return command;
    }

    private void grade(Lab lab, int few, int many) throws IOException, InterruptedException {
        bench.say("./lab grade, %d and %d submissions".formatted(few, many));
        var ofFew = bench.grader().grade(Submissions.of(lab, lab.right(), few, bench.folder("few")));
        var ofMany = bench.grader().grade(Submissions.of(lab, lab.right(), many, bench.folder("many")));
        small.add(ofFew.cpu() / few);
        large.add(ofMany.cpu() / many);
        further.add((ofMany.cpu() - ofFew.cpu()) / (many - few));
    }

    private String text(Lab lab, int rounds, int few, int many) {
        var floor = compile.median() + start.median() + tests.median();
        var ratio = large.median() / floor;
        var table = new Table("", "CPU s", "of the floor")
                .row("warm compilation", compile.text(3), Figures.times(compile.median() / floor))
                .row("start of the sandboxed JVM", start.text(3), Figures.times(start.median() / floor))
                .row("the tests' own work", tests.text(3), Figures.times(tests.median() / floor))
                .row("**the floor**", Figures.of(floor, 3), Figures.times(1))
                .row("graded, of " + few, small.text(3), Figures.times(small.median() / floor))
                .row("graded, of " + many, large.text(3), Figures.times(ratio))
                .row("each further one", further.text(3), Figures.times(further.median() / floor));
        return """
                %s, %s, over the reference solution and its alternatives. The start takes %s wall s.

                %s- **In the floor**: compiling in a JVM that has compiled hundreds; all processes of one start, from `unshare`
                  to the host's first word and its end; all tests in one JVM with the submission in it, everything loaded and
                  compiled to machine code.
                - **Not in the floor**: the start of the grader and its workers, reading the submission, the pipe between worker
                  and submission, code in the submission's JVM that runs for the first time, writing results and pages.
                - **Graded**: all processes of the whole command, divided by the submissions; *each further one* is the
                  difference between both classes, and so without the start.

                A submission of %d takes **%s** the floor (target: at most %s, %s).
                """.formatted(
                        lab.id(),
                        Figures.count(rounds, "round"),
                        startWall.text(3),
                        table.markdown(),
                        many,
                        Figures.times(ratio),
                        Figures.times(TARGET),
                        Figures.verdict(ratio <= TARGET));
    }
}
