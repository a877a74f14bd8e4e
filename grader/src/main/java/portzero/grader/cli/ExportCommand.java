package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.GradebookOptions;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.export.ExportException;
import portzero.grader.export.ExportFormat;
import portzero.grader.export.ExportRequest;
import portzero.grader.export.ExportSource;
import portzero.grader.export.Exported;
import portzero.grader.export.ResultExporter;
import portzero.grader.intake.IntakeOptions;
import portzero.grader.intake.Submission;
import portzero.grader.intake.SubmissionsFolder;
import portzero.grader.io.IoErrorMessages;
import portzero.grader.result.RunInfo;
import portzero.grader.result.RunInfo.Suite;
import portzero.grader.roster.Roster;
import portzero.grader.store.DamagedResultException;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.store.ResultsLock;
import portzero.grader.text.DisplayName;
import portzero.grader.wording.ReadingReferences;

/** {@code lab export RESULTS FORMAT [FILE]}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write results in the form that another program reads.",
        footer = {
            "",
            "Exit codes: 0 done; 1 a result file is damaged, the rest is done; 2 bad usage, or the file and the",
            "results do not fit; 3 something cannot be written. Your own FILE is never changed."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RESULTS", description = "the folder that grade --out wrote")
    private Path results = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FORMAT",
            description = {
                "what to write:",
                "canvas FILE      the gradebook that Canvas exported, filled in",
                "moodle FILE      the worksheet or gradebook that Moodle exported, filled in",
                "feedback DIR     all students' pages in a zip, named as in DIR, the folder that was graded",
                "csv              the gradebook as a table",
                "markdown         feedback for each student",
                "junit            JUnit XML for each student (Artemis, Jenkins, GitLab, Forgejo)",
                "gradescope       results.json for each student",
                "prairielearn     results.json for each student",
                "classroom50      result.json for each student"
            })
    private String format = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            description = "the platform's own file, or the folder that was graded, where the format wants it")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "the file or folder to write; default: a place in RESULTS/exports")
    private @Nullable Path out;

    @Option(
            names = "--lab",
            paramLabel = "LAB",
            description = "this lab only; needed for a column if there are several")
    private @Nullable String lab;

    @Mixin
    private GradebookOptions fill = new GradebookOptions();

    private final Map<String, String> environment;

    /** A command in the environment of this program. */
    ExportCommand() {
        this(System.getenv());
    }

    /** A command in an environment, such as a platform's runner sets up. */
    ExportCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws CourseException {
        ExportFormat chosen = chosen();
        try (ResultsLock lock = ResultsLock.open(results)) {
            return export(chosen, ResultStore.open(lock.folder()));
        } catch (ResultsException | ExportException e) {
            err().println(e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            err().println("Nothing was exported: " + IoErrorMessages.of(e));
            return ExitCode.ENVIRONMENT;
        }
    }

    private ExportFormat chosen() {
        ExportFormat chosen = ExportFormat.named(format)
                .orElseThrow(() -> usage("There is no format “" + DisplayName.name(format) + "”. The formats are: "
                        + Stream.of(ExportFormat.values())
                                .map(one -> (one.word() + " " + one.takes()).strip())
                                .collect(Collectors.joining(", "))
                        + "."));
        if (file == null && !chosen.takes().isEmpty()) {
            throw usage(
                    chosen.takes().equals("DIR")
                            ? chosen.word()
                                    + " wants the folder of submissions that was graded, whose names it gives back:"
                                    + " ./lab export " + results + " " + chosen.word() + " SUBMISSIONS"
                            : chosen.word() + " wants the file that the platform exported, to fill it in: ./lab export "
                                    + results + " " + chosen.word() + " FILE.csv");
        }
        if (file != null && chosen.takes().isEmpty()) {
            throw usage(chosen.word() + " takes no file; to choose where to write, say --out " + file);
        }
        if (fill.isUsed() && !chosen.takes().equals("FILE")) {
            throw usage("--column, --by, --scale, --keep and --missing-as-zero are for canvas and moodle");
        }
        return chosen;
    }

    private int export(ExportFormat chosen, ResultStore store) throws IOException, ExportException, CourseException {
        requireOther();
        Optional<RunInfo> run = run(store);
        Optional<Suite> only = only(run);
        ExportSource source = new ExportSource(store.folder(), run, roster(store), readings(store), environment);
        ResultExporter exporter = chosen.exporter(new ExportRequest(
                source, only, Optional.ofNullable(file), Optional.ofNullable(out), fill.options(), entryNames(chosen)));
        int damaged = add(store, exporter, lab == null ? Optional.empty() : only.map(Suite::lab));
        if (fill.options().missingAsZero()
                && (damaged > 0 || run.filter(RunInfo::finished).isEmpty())) {
            throw new ExportException("--missing-as-zero is refused while results are damaged or missing:"
                    + " somebody could get a 0 for work that is there. Grade again with --resume first.");
        }
        return tell(exporter.finish(), run, damaged);
    }

    private void requireOther() throws IOException, ExportException {
        if (file != null && out != null && Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
            throw new ExportException(out + " is your own file, which stays as it is; choose another name with --out.");
        }
    }

    /** The lab that was chosen, or the only one. */
    private Optional<Suite> only(Optional<RunInfo> run) throws ExportException {
        List<Suite> suites = run.map(RunInfo::suites).orElse(List.of());
        if (lab == null) {
            return suites.size() == 1 ? Optional.of(suites.get(0)) : Optional.empty();
        }
        String wanted = lab.strip();
        return Optional.of(suites.stream()
                .filter(suite -> calls(suite.lab()).anyMatch(wanted::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new ExportException("These results have no lab " + DisplayName.name(wanted)
                        + ". There " + (suites.size() == 1 ? "is " : "are ")
                        + DisplayName.names(suites.stream().map(Suite::lab).toList()) + ".")));
    }

    /** lab02-echo, lab02, 2 and echo. */
    private static Stream<String> calls(String id) {
        String number = id.replaceFirst("^lab([0-9]+)-.*", "$1");
        return Stream.of(
                id, "lab" + number, number, number.replaceFirst("^0+(?=.)", ""), id.replaceFirst("^lab[0-9]+-", ""));
    }

    /** Sections of the notes, with their addresses if {@code report --notes-url} has told where they are. */
    private ReadingReferences readings(ResultStore store) {
        Optional<URI> published = Optional.empty();
        try {
            published = ReadingReferences.published(store.settings().notes());
        } catch (DamagedResultException e) {
            err().println(e.getMessage());
        }
        return new ReadingReferences(NotesLinks.readings(Path.of(System.getProperty(Course.HOME, ""))), published);
    }

    private Map<String, String> entryNames(ExportFormat chosen) throws IOException, ExportException, CourseException {
        if (chosen != ExportFormat.FEEDBACK || file == null) {
            return Map.of();
        }
        if (!Files.isDirectory(file)) {
            throw new ExportException(file
                    + (Files.exists(file)
                            ? " is no folder; unpack it, and give the folder that was graded."
                            : " does not exist; give the folder of submissions that was graded."));
        }
        List<String> labs = Course.here().labs().stream().map(one -> one.id()).toList();
        Map<String, String> names = new HashMap<>();
        for (Submission submission :
                SubmissionsFolder.of(file, labs, IntakeOptions.DEFAULT).submissions()) {
            String name = submission.entries().get(0).source().getFileName().toString();
            submission.people().forEach(person -> names.put(person.key(), name));
        }
        return names;
    }

    /** Shows the exporter what is sound, and says how many files are not. */
    private int add(ResultStore store, ResultExporter exporter, Optional<String> only) throws IOException {
        int damaged = 0;
        for (ResultStore.Key key : store.list()) {
            if (only.isPresent() && !only.get().equals(key.lab())) {
                continue;
            }
            try {
                exporter.add(store.read(key));
            } catch (DamagedResultException e) {
                err().println(e.getMessage());
                damaged++;
            }
        }
        return damaged;
    }

    private Optional<RunInfo> run(ResultStore store) {
        try {
            return Optional.of(store.run());
        } catch (DamagedResultException e) {
            err().println(e.getMessage());
            return Optional.empty();
        }
    }

    private Roster roster(ResultStore store) {
        try {
            return store.roster();
        } catch (DamagedResultException e) {
            err().println(e.getMessage());
            return Roster.NONE;
        }
    }

    private int tell(Exported exported, Optional<RunInfo> run, int damaged) {
        PrintWriter outcome = spec.commandLine().getOut();
        exported.notes().forEach(outcome::println);
        if (run.isPresent() && !run.get().finished()) {
            outcome.println(
                    "The run did not come to its end; results may be missing. Grade again with --resume, then export again.");
        }
        outcome.println(exported.results()
                + (exported.results() == 1 ? " result in " : " results in ")
                + exported.written().toAbsolutePath().normalize());
        return damaged == 0 && run.isPresent() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private ParameterException usage(String sentence) {
        return new BadInputException(spec.commandLine(), sentence);
    }
}
