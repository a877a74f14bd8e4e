package portzero.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Classes of growing size, and the coordinator's memory meanwhile. */
final class ScaleSection implements Section {
    private static final double TARGET = 1.1;
    private static final int TARGET_MB = 300;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String title() {
        return "large classes, and the coordinator's memory";
    }

    /** What classes of one size took. */
    private record Size(int submissions, Samples wall, Samples cpu, Memory memory) {
        double total() {
            return wall.median() * submissions;
        }
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        bench.grader().warm(List.of(lab));
        var sizes = Stream.of(bench.size(100, 10), bench.size(500, 30), bench.size(2000, 60))
                .map(size -> new Size(size, new Samples(), new Samples(), new Memory()))
                .toList();
        for (var size : sizes) {
            grade(bench, lab, size, size.memory());
        }
        // Once more in the end: a machine that has become slower meanwhile is noticed.
        grade(bench, lab, sizes.get(0), new Memory());
        return text(lab, sizes);
    }

    private static void grade(Bench bench, Lab lab, Size size, Memory memory) throws IOException, InterruptedException {
        var count = size.submissions();
        var submissions = Submissions.of(lab, lab.right(), count, bench.folder("scale"));
        var results = bench.grader().results();
        var cost = bench.grader().grade(submissions, results, memory::watch).dividedBy(count);
        GradedResults.read(results).check(submissions).forEach(bench::say);
        bench.discard(results);
        bench.discard(submissions.folder());
        size.wall().add(cost.wall());
        size.cpu().add(cost.cpu());
        bench.say(
                "%,d submissions: %.3f s each, coordinator up to %.0f MB".formatted(count, cost.wall(), memory.most()));
    }

    private static String text(Lab lab, List<Size> sizes) {
        var least = sizes.get(0);
        var largest = sizes.get(sizes.size() - 1);
        var ratio = largest.wall().median() / least.wall().median();
        var most =
                sizes.stream().mapToDouble(size -> size.memory().most()).max().orElse(0);
        return """
                %s, right submissions; the smallest class at the beginning and again in the end. *Each further one* is the
                difference to the class before: the start, which weighs more in a small class, is not in it.

                %sResident memory of the coordinator (`VmRSS`, four times a second), in MB, after parts of the time:

                %sA submission of %,d takes **%s** one of %,d (target: at most %s, %s). The coordinator had at most **%s MB**
                (target: %d, %s); from a quarter to three quarters of the largest class it went from %s to %s.
                """.formatted(
                        lab.id(),
                        times(sizes),
                        memories(sizes),
                        largest.submissions(),
                        Figures.times(ratio),
                        least.submissions(),
                        Figures.times(TARGET),
                        Figures.verdict(ratio <= TARGET),
                        Figures.of(most, 0),
                        TARGET_MB,
                        Figures.verdict(most <= TARGET_MB),
                        Figures.of(largest.memory().at(0.25), 0),
                        Figures.of(largest.memory().at(0.75), 0));
    }

    private static String times(List<Size> sizes) {
        var table = new Table(
                "submissions", "wall s each", "CPU s each", "against the smallest", "each further one, wall s");
        var base = sizes.get(0);
        var before = base;
        for (var size : sizes) {
            var further = (size.total() - before.total()) / (size.submissions() - before.submissions());
            table.row(
                    Figures.of(size.submissions(), 0),
                    size.wall().text(3),
                    size.cpu().text(3),
                    Figures.times(size.wall().median() / base.wall().median()),
                    size == base ? "" : Figures.of(further, 3));
            before = size;
        }
        return table.markdown();
    }

    private static String memories(List<Size> sizes) {
        var table = new Table("submissions", "1/4", "1/2", "3/4", "the end", "most");
        for (var size : sizes) {
            var memory = size.memory();
            table.row(
                    Figures.of(size.submissions(), 0),
                    Figures.of(memory.at(0.25), 0),
                    Figures.of(memory.at(0.5), 0),
                    Figures.of(memory.at(0.75), 0),
                    Figures.of(memory.at(1), 0),
                    Figures.of(memory.most(), 0));
        }
        return table.markdown();
    }
}
