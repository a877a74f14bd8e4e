package portzero.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** What each optimisation of the grader brings: a class graded with all of them, without each, and with none. */
final class WithoutSection implements Section {
    private static final Pattern NAMES = Pattern.compile("(?m)^\\s*optimisations:\\s*(.+)$");

    @Override
    public String name() {
        return "without";
    }

    @Override
    public String title() {
        return "what each optimisation brings";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var names = names(bench);
        if (names.isEmpty()) {
            return "This commit's `./lab grade --help` has no line `optimisations: …`: there is nothing to switch off.";
        }
        var variants = new ArrayList<List<String>>(List.of(List.of()));
        names.forEach(name -> variants.add(List.of(name)));
        if (names.size() > 1) {
            variants.add(names);
        }
        return measure(bench, variants);
    }

    private static List<String> names(Bench bench) throws IOException, InterruptedException {
        bench.meter().run(List.of(bench.checkout().lab(), "grade", "--help"));
        var line = NAMES.matcher(bench.meter().output());
        return line.find()
                ? List.of(line.group(1).strip().replaceAll("\\.$", "").split("\\s*,\\s*"))
                : List.of();
    }

    private static String measure(Bench bench, List<List<String>> variants) throws IOException, InterruptedException {
        var labs = bench.checkout().labs();
        var students = ClassSection.students(bench, bench.size(32, 8));
        var rounds = bench.rounds(2, 1);
        var wall = new HashMap<List<String>, Samples>();
        var cpu = new HashMap<List<String>, Samples>();
        var size = students * labs.size();
        bench.grader().warm(labs);
        Turns.each(variants, rounds, (without, round) -> {
            var submissions = Submissions.mixed(labs, students, bench.folder("without"));
            var options = without.isEmpty() ? new String[0] : new String[] {"--without", String.join(",", without)};
            var cost = bench.grader().grade(submissions, options).dividedBy(size);
            wall.computeIfAbsent(without, any -> new Samples()).add(cost.wall());
            cpu.computeIfAbsent(without, any -> new Samples()).add(cost.cpu());
            bench.say("round %d of %d: %s  %.3f s each"
                    .formatted(round + 1, rounds, label(variants, without), cost.wall()));
        });
        var table = new Table("", "wall s each", "CPU s each", "wall", "CPU");
        for (var without : variants) {
            table.row(
                    label(variants, without),
                    wall.get(without).text(3),
                    cpu.get(without).text(3),
                    Figures.times(wall.get(without).median()
                            / wall.get(variants.get(0)).median()),
                    Figures.times(
                            cpu.get(without).median() / cpu.get(variants.get(0)).median()));
        }
        return """
                %s with %d labs each, one third right, %s. A ratio is that to the first line: what grading would take
                without this one and with all others.

                %s""".formatted(
                Figures.count(students, "student"), labs.size(), Figures.count(rounds, "round"), table.markdown());
    }

    private static String label(List<List<String>> variants, List<String> without) {
        if (without.isEmpty()) {
            return "with all";
        }
        return without.size() == 1 && variants.size() > 1 ? "without `" + without.get(0) + "`" : "with none";
    }
}
