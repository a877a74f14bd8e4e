package portzero.grader.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import portzero.grader.export.gradebook.FilledGradebook;
import portzero.grader.result.RunInfo;

/** The forms that results can be exported in. */
public enum ExportFormat {
    /** The gradebook that Canvas exported, filled in; every other byte as it was. */
    CANVAS("FILE") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException {
            return FilledGradebook.canvas(
                    request.given(),
                    filled(request),
                    request.onlyLab(),
                    request.source().roster(),
                    request.fill());
        }
    },
    /** The grading worksheet, or the gradebook, that Moodle exported, filled in likewise. */
    MOODLE("FILE") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException {
            return FilledGradebook.moodle(
                    request.given(),
                    filled(request),
                    request.onlyLab(),
                    request.source().roster(),
                    request.fill());
        }
    },
    /** All students' pages in a zip, by the names in a folder of submissions. */
    FEEDBACK("DIR") {
        @Override
        public ResultExporter exporter(ExportRequest request) {
            return new FeedbackZip(request.source().results(), request.target("feedback.zip"), request.entryNames());
        }
    },
    /** The gradebook as a table. */
    CSV("") {
        @Override
        public ResultExporter exporter(ExportRequest request) {
            return new GradebookCsv(request.source().roster(), request.target("gradebook.csv"));
        }
    },
    /** Feedback for each student. */
    MARKDOWN("") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException, IOException {
            return files(
                    new MarkdownFeedback(
                            request.source().readings(), request.source().run()),
                    request);
        }
    },
    /** JUnit XML for each student, as surefire writes it. */
    JUNIT("") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException, IOException {
            return files(new JUnitXml(request.source().readings()), request);
        }
    },
    /** {@code results.json} for each student. */
    GRADESCOPE("") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException, IOException {
            return files(new GradescopeResults(request.source().readings()), request);
        }
    },
    /** {@code results.json} for each student. */
    PRAIRIELEARN("") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException, IOException {
            return files(new PrairieLearnResults(request.source().readings()), request);
        }
    },
    /** {@code result.json} for each student. */
    CLASSROOM50("") {
        @Override
        public ResultExporter exporter(ExportRequest request) throws ExportException, IOException {
            Instant graded = request.source().run().map(RunInfo::started).orElse(Instant.EPOCH);
            return files(
                    new Classroom50Result(
                            request.source().environment(),
                            graded,
                            request.source().readings()),
                    request);
        }
    };

    private final String takes;

    ExportFormat(String takes) {
        this.takes = takes;
    }

    /**
     * Makes the exporter.
     *
     * @throws ExportException if something is missing from what was asked
     * @throws IOException if the place to write to cannot be looked at
     */
    public abstract ResultExporter exporter(ExportRequest request) throws ExportException, IOException;

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it wants beside the results, {@code FILE} or {@code DIR}; empty if nothing. */
    public String takes() {
        return takes;
    }

    /** The format of that name, in any case. */
    public static Optional<ExportFormat> named(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    private static Path filled(ExportRequest request) {
        return request.target(String.valueOf(request.given().getFileName()));
    }

    ResultExporter files(ResultDocument form, ExportRequest request) throws ExportException, IOException {
        return new StudentFiles(form, ExportFolder.open(request.target(word())));
    }
}
