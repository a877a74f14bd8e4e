package portzero.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contestants who grade the same classes in turn; the first is the one that the others are compared with. */
final class Contest {
    private final Bench bench;
    private final List<Contestant> contestants;
    private final Map<Contestant, Samples> wall = new HashMap<>();
    private final Map<Contestant, Samples> cpu = new HashMap<>();

    Contest(Bench bench, List<Contestant> contestants) {
        this.bench = bench;
        this.contestants = contestants;
    }

    /** Makes a class for a round. */
    interface Maker {
        Submissions make() throws IOException;
    }

    void run(List<Lab> labs, int rounds, Maker maker) throws IOException, InterruptedException {
        for (var contestant : contestants) {
            contestant.prepare(labs);
        }
        Turns.each(contestants, rounds, (contestant, round) -> {
            var submissions = maker.make(); // a new class for each, so that nobody finds what another has left
            var cost = contestant.each(submissions);
            wall.computeIfAbsent(contestant, any -> new Samples()).add(cost.wall());
            cpu.computeIfAbsent(contestant, any -> new Samples()).add(cost.cpu());
            bench.say("round %d of %d: %s  %.2f s each".formatted(round + 1, rounds, contestant.label(), cost.wall()));
            bench.discard(submissions.folder());
        });
    }

    String table(int submissions) {
        var table = new Table("", "submissions", "wall s each", "CPU s each", "a minute", "wall", "CPU");
        for (var contestant : contestants) {
            table.row(
                    contestant.label(),
                    Integer.toString(Math.min(submissions, contestant.sample())),
                    wall.get(contestant).text(3),
                    cpu.get(contestant).text(3),
                    Figures.of(60 / wall.get(contestant).median(), 0),
                    Figures.times(wallRatio(contestant)),
                    Figures.times(cpu.get(contestant).median()
                            / cpu.get(contestants.get(0)).median()));
        }
        return table.markdown();
    }

    /** How often as long the contestant took as the first one. */
    double wallRatio(Contestant contestant) {
        return wall.get(contestant).median() / wall.get(contestants.get(0)).median();
    }
}
