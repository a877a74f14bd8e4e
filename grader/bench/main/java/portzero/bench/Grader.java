package portzero.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code ./lab grade}. */
final class Grader {
    private final Bench bench;

    Grader(Bench bench) {
        this.bench = bench;
    }

    /** Builds the grader where it is missing or older than its sources. */
    void build() throws IOException, InterruptedException {
        bench.say("./lab, which builds the grader if it must");
        bench.meter().run(List.of(bench.checkout().lab(), "list"));
    }

    /** Grades a class of one, so that the labs' tests are compiled. Not counted. */
    void warm(List<Lab> labs) throws IOException, InterruptedException {
        bench.say("compiling the tests of " + Figures.count(labs.size(), "lab") + ", not counted");
        var folder = bench.folder("warm");
        grade(
                labs.size() == 1
                        ? Submissions.of(labs.get(0), labs.get(0).right(), 1, folder)
                        : Submissions.mixed(labs, 1, folder));
    }

    /** Grades a class, the results of which are checked and deleted. */
    Cost grade(Submissions submissions, String... options) throws IOException, InterruptedException {
        var results = results();
        var cost = grade(submissions, results, process -> {}, options);
        GradedResults.read(results).check(submissions).forEach(bench::say);
        bench.discard(results);
        return cost;
    }

    /** Where {@link #grade} may write. */
    Path results() throws IOException {
        return bench.folder("results");
    }

    /** Grades a class into an empty folder, watched by somebody. */
    Cost grade(Submissions submissions, Path results, Consumer<Process> watcher, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(bench.checkout().lab(), "grade", submissions.folder().toString(), "--out", results.toString()));
        if (!submissions.wholeCheckouts()) {
            command.addAll(List.of("--lab", submissions.all().get(0).lab().id()));
        }
        command.addAll(List.of(options));
        return bench.meter().run(command, watcher);
    }
}
