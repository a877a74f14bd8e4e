package portzero.bench;

import java.io.IOException;
import java.util.List;

/** A short command, again and again. */
final class Repeated {
    private Repeated() {}

    /** Makes a command for a round. */
    interface Maker {
        List<String> command(int round) throws IOException;
    }

    /**
     * Runs it once for nothing, so that all files are in memory, and then in rounds.
     *
     * @param target the most seconds that it should take; 0 if there is no target
     */
    static String table(Bench bench, String label, int rounds, double target, Maker maker)
            throws IOException, InterruptedException {
        var wall = new Samples();
        var cpu = new Samples();
        for (var round = 0; round <= rounds; round++) {
            var command = maker.command(round);
            var cost = bench.meter().run(command);
            if (round > 0) {
                wall.add(cost.wall());
                cpu.add(cost.cpu());
            }
        }
        bench.say("%s: %.3f s".formatted(label, wall.median()));
        return new Table("", "wall s", "CPU s")
                        .row(label, wall.text(3), cpu.text(3))
                        .markdown()
                + "%s after one that does not count.".formatted(Figures.count(rounds, "run"))
                + (target == 0
                        ? ""
                        : " Target: at most %.1f s, %s.".formatted(target, Figures.verdict(wall.median() <= target)))
                + "\n";
    }
}
