package portzero.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures the chosen sections one after another and writes each into the results as soon as it is done. */
final class Run {
    private static final int DONE = 0;
    private static final int FELL_SHORT = 1;
    private static final int USAGE = 2;
    private static final int MACHINE = 3;

    private final Options options;
    private final Progress progress = new Progress(System.err);

    private Run(Options options) {
        this.options = options;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(exitCode(args));
    }

    private static int exitCode(String[] args) throws IOException, InterruptedException {
        try {
            var options = Options.of(args);
            if (options.help()) {
                System.out.print(Usage.text());
                return DONE;
            }
            return new Run(options).measure();
        } catch (BadUsage usage) {
            System.err.println(usage.getMessage());
            System.err.println("grader/bench/run --help says what there is.");
            return USAGE;
        } catch (Missing missing) {
            System.err.println(missing.getMessage());
            return MACHINE;
        }
    }

    private int measure() throws IOException, InterruptedException, Missing {
        var sections = Sections.named(options.only());
        var checkout = Checkout.at(options.home());
        requireAll(sections);
        var bench = Bench.create(checkout, options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close)); // after Ctrl-C, too
        bench.grader().build();
        var machine = Machine.describe(checkout);
        var results = new Results(options.out());
        var failed = new ArrayList<String>();
        for (var section : sections) {
            if (!measure(section, bench, machine, results)) {
                failed.add(section.name());
            }
        }
        progress.begin("");
        progress.say(
                failed.isEmpty()
                        ? "All is in " + options.out() + "."
                        : "Failed: " + String.join(", ", failed) + "; the reason is above.");
        return failed.isEmpty() ? DONE : FELL_SHORT;
    }

    private boolean measure(Section section, Bench bench, Machine machine, Results results)
            throws IOException, InterruptedException {
        progress.begin(section.name());
        var start = System.nanoTime();
        try {
            var body = section.measure(bench);
            var seconds = (System.nanoTime() - start) / 1e9;
            var complete = bench.meter().seesTheKilled();
            results.put(section, machine.line(seconds, options.quick(), complete), body);
            return true;
        } catch (MeasurementFailed | IOException failed) {
            progress.say(failed instanceof MeasurementFailed ? failed.getMessage() : failed.toString());
            progress.say("What the results say of this section stays as it was.");
            return false;
        }
    }

    private static void requireAll(List<Section> sections) throws Missing {
        var missing = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var section : sections) {
            var needs = section.needs().stream().filter(need -> !need.isThere()).toList();
            needs.forEach(need -> missing.add("%s: needs %s".formatted(section.name(), need.remedy())));
            if (needs.isEmpty()) {
                others.add(section.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new Missing(String.join("\n", missing)
                    + (others.isEmpty() ? "" : "\nOr do without: --only " + String.join(",", others)));
        }
    }
}
