package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The results of one class, by lab and student. */
final class GradedResults {
    private static final Pattern FIGURES =
            Pattern.compile("(?s)\"score\"\\s*:\\s*(\\d+),.*?\"seconds\"\\s*:\\s*([\\d.E-]+)");

    private final Map<String, Result> results = new HashMap<>();

    /**
     * One result.
     *
     * @param score of 100
     * @param seconds how long it took to read, compile and test the submission
     */
    record Result(int score, double seconds) {}

    static GradedResults read(Path folder) throws IOException {
        var all = new GradedResults();
        for (var lab : Folders.folders(folder)) {
            for (var file : Folders.files(lab, file -> file.toString().endsWith(".json"))) {
                var figures = FIGURES.matcher(Files.readString(file)); // the first are those of the whole
                if (figures.find()) {
                    var student = file.getFileName().toString().replaceFirst("\\.json$", "");
                    var result = new Result(Integer.parseInt(figures.group(1)), Double.parseDouble(figures.group(2)));
                    all.results.put(lab.getFileName() + "/" + student, result);
                }
            }
        }
        return all;
    }

    Result of(Submissions.Submission submission) {
        var result = results.get(submission.lab().id() + "/" + submission.student());
        if (result == null) {
            throw new MeasurementFailed("There is no result for " + submission + ".");
        }
        return result;
    }

    /**
     * A figure counts only if the work was done: right submissions have all points, and mistakes have not. A machine that is
     * too busy can make an exception to that; one in fifty is let pass.
     *
     * @return the exceptions
     */
    List<String> check(Submissions submissions) {
        var wrong = submissions.all().stream()
                .filter(one -> (of(one).score() == 100) != one.specimen().isRight())
                .map(one -> "%s of %s got %d points"
                        .formatted(one.specimen().name(), one.lab().id(), of(one).score()))
                .toList();
        if (wrong.size() > submissions.size() / 50) {
            throw new MeasurementFailed("The scores are not what they should be: " + String.join(", ", wrong) + ".");
        }
        return wrong;
    }
}
