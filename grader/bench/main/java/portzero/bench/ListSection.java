package portzero.bench;

import java.io.IOException;
import java.util.List;

/** The shortest command of all: what the start of the JVM takes. */
final class ListSection implements Section {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public String title() {
        return "`./lab list`, each time a new process";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var command = List.of(bench.checkout().lab(), "list");
        return Repeated.table(bench, "`./lab list`", bench.rounds(20, 10), 0.3, round -> command);
    }
}
