package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import portzero.bench.Submissions.Submission;

/** Grades submissions with a shell script, one process tree for each, as many at a time as wanted. */
final class OneByOne {
    private final Bench bench;
    private final int atATime;

    OneByOne(Bench bench, int atATime) {
        this.bench = bench;
        this.atATime = atATime;
    }

    /** What the script is to be called with for a submission; its exit code is to be 0 if all tests pass. */
    interface Arguments {
        Path folder(Submission submission) throws IOException;
    }

    /** Grades these; gives what it took for each. */
    Cost each(Path script, List<Submission> submissions, Arguments arguments) throws IOException, InterruptedException {
        var folders = new ArrayList<Path>();
        for (var submission : submissions) {
            folders.add(arguments.folder(submission));
        }
        var list = bench.folder("list").resolve("folders");
        Files.write(list, folders.stream().map(Path::toString).toList());
        var each = "sh '%s' \"$1\" >\"$1/log\" 2>&1; echo $? >\"$1/exit\"".formatted(script);
        var cost = bench.meter()
                .run(List.of(
                        "xargs",
                        "-a",
                        list.toString(),
                        "-d",
                        "\\n",
                        "-n",
                        "1",
                        "-P",
                        Integer.toString(atATime),
                        "sh",
                        "-c",
                        each,
                        "sh"));
        for (var i = 0; i < submissions.size(); i++) {
            check(submissions.get(i), folders.get(i));
        }
        return cost.dividedBy(submissions.size());
    }

    private static void check(Submission submission, Path folder) throws IOException {
        var passed = Files.readString(folder.resolve("exit")).strip().equals("0");
        if (passed != submission.specimen().isRight()) {
            throw new MeasurementFailed("%s of %s should %s; it printed:%n%s"
                    .formatted(
                            submission.specimen().name(),
                            submission.lab().id(),
                            passed ? "fail but passed" : "pass but failed",
                            Files.readString(folder.resolve("log"))));
        }
    }
}
