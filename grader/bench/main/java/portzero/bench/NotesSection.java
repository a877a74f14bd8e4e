package portzero.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same pages as a site by {@code ./lab notes}, Hugo, Jekyll and MkDocs, from the command line and from nothing. */
final class NotesSection implements Section {
    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String title() {
        return "a site of 100 and of 1,000 pages, against Hugo, Jekyll and MkDocs";
    }

    @Override
    public List<Need> needs() {
        return List.of(
                Need.program("hugo", "hugo"), Need.program("jekyll", "jekyll"), Need.program("mkdocs", "mkdocs"));
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        return """
                Each tool makes its whole site from nothing, in turn with the others; the time is that of the whole command, with
                all files in memory. Checked of each site: all pages, the navigation of each, colours in code.

                """ + compare(bench, 100, bench.rounds(7, 3)) + compare(bench, 1000, bench.rounds(3, 1)) + book(bench);
    }

    private static String compare(Bench bench, int pages, int rounds) throws IOException, InterruptedException {
        var work = bench.folder("notes");
        Pages.write(pages, work);
        Folders.copy(bench.checkout().home().resolve("grader/bench/sites"), work, any -> true);
        var builders = SiteBuilder.all(bench.checkout(), work);
        Map<SiteBuilder, Samples> wall = new HashMap<>();
        Map<SiteBuilder, Samples> cpu = new HashMap<>();
        for (var builder : builders) { // to have all files in memory; not counted
            build(bench, builder);
            builder.check(pages);
        }
        Turns.each(builders, rounds, (builder, round) -> {
            var cost = build(bench, builder);
            wall.computeIfAbsent(builder, any -> new Samples()).add(cost.wall());
            cpu.computeIfAbsent(builder, any -> new Samples()).add(cost.cpu());
        });
        var base = wall.get(builders.get(0)).median();
        var table = new Table(Figures.of(pages, 0) + " pages", "wall s", "CPU s", "MB", "wall");
        for (var builder : builders) {
            bench.say("%d pages: %s %s s"
                    .formatted(pages, builder.version(), wall.get(builder).text(2)));
            table.row(
                    builder.version(),
                    wall.get(builder).text(2),
                    cpu.get(builder).text(2),
                    Figures.of(Folders.bytes(builder.out()) / 1e6, 1),
                    Figures.times(wall.get(builder).median() / base));
        }
        bench.discard(work);
        return Figures.count(rounds, "round") + ".\n\n" + table.markdown();
    }

    private static Cost build(Bench bench, SiteBuilder builder) throws IOException, InterruptedException {
        Folders.delete(builder.out());
        return bench.meter().run(builder.command());
    }

    /** The course's own notes, for which there is a target. */
    private static String book(Bench bench) throws IOException, InterruptedException {
        var out = bench.folder("book");
        return "The course's own notes:\n\n"
                + Repeated.table(bench, "`./lab notes`", bench.rounds(7, 3), 1, round -> {
                    Path fresh = out.resolve("round-" + round);
                    return List.of(bench.checkout().lab(), "notes", "--out", fresh.toString());
                });
    }
}
