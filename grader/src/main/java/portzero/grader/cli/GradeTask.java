package portzero.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portzero.grader.cli.console.ConsoleProgress;
import portzero.grader.cli.console.ConsoleProgressBar;
import portzero.grader.cli.console.NotesLinks;
import portzero.grader.cli.option.NotesUrlOption;
import portzero.grader.cli.option.SandboxOption;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.intake.Submission;
import portzero.grader.io.IoErrorMessages;
import portzero.grader.limits.Limits;
import portzero.grader.limits.LimitsException;
import portzero.grader.mistake.CourseMistakes;
import portzero.grader.report.Report;
import portzero.grader.result.RunInfo;
import portzero.grader.result.Verdict;
import portzero.grader.roster.Roster;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.coordinator.GradeRun;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.store.DamagedResultException;
import portzero.grader.store.ResultStore;
import portzero.grader.store.ResultsException;
import portzero.grader.store.ResultsLock;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;

/** Grades submissions and writes the report; what {@code grade} and {@code demo} share. */
final class GradeTask {

    private final Course course;
    private final List<Lab> labs;
    private final SandboxOption sandbox;
    private final Limits limits;
    private final Manner manner;
    private final Optional<Roster> roster;

    /**
     * How it is done, which changes no result.
     *
     * @param jobs how many submissions are graded at a time, from 1
     * @param resume whether results that are there and still hold are kept
     * @param single whether only one student of the class is graded, beside results of others that may be there
     * @param without what is switched off
     * @param notesUrl where the notes are published
     */
    record Manner(int jobs, boolean resume, boolean single, Set<Optimisation> without, NotesUrlOption notesUrl) {
        void refuseToOverwrite(Path results) throws ResultsException {
            if (ResultStore.isResults(results) && !resume && !single) {
                throw new ResultsException(
                        results + " holds results already; add --resume to complete them, or choose another folder.");
            }
        }
    }

    /**
     * What becomes of results that are there.
     *
     * @param keep whether those that still hold are kept
     * @param others the run that those of other students are of, which stay
     */
    private record Earlier(boolean keep, Optional<RunInfo> others) {}

    GradeTask(
            Course course,
            List<Lab> labs,
            SandboxOption sandbox,
            Limits limits,
            Manner manner,
            Optional<Roster> roster) {
        this.course = course;
        this.labs = labs;
        this.sandbox = sandbox;
        this.limits = limits;
        this.manner = manner;
        this.roster = roster;
    }

    int run(List<Submission> submissions, Path results, PrintWriter out, PrintWriter err)
            throws SuiteException, SandboxUnavailableException, ResultsException, LimitsException, IOException,
                    InterruptedException {
        try (SharedTempDir shared = SharedTempDir.create()) {
            return run(submissions, results, sandbox.required(shared), shared, out, err);
        }
    }

    int run(
            List<Submission> submissions,
            Path results,
            Sandbox chosen,
            SharedTempDir shared,
            PrintWriter out,
            PrintWriter err)
            throws SuiteException, ResultsException, LimitsException, IOException, InterruptedException {
        try (ResultsLock lock = ResultsLock.create(results)) {
            manner.refuseToOverwrite(lock.folder());
            List<Suite> suites = new ArrayList<>();
            for (Lab lab : labs) {
                suites.add(SuiteBuild.of(lab));
            }
            if (chosen.kind() == SandboxKind.NONE) {
                err.println("No sandbox: submissions run as you, with your files and your network.");
            }
            ResultStore store = ResultStore.create(results);
            boolean isSame = (!manner.resume() && !manner.single()) || hasTheseLimits(store, err);
            boolean isThere = isSame && ResultStore.isResults(results);
            Earlier earlier = new Earlier(
                    manner.resume() && isSame,
                    manner.single() && isThere ? Optional.of(store.run()) : Optional.empty());
            RunInfo run = grade(submissions, suites, store, earlier, chosen, shared, err);
            return report(run, store, out, err);
        }
    }

    private RunInfo grade(
            List<Submission> submissions,
            List<Suite> suites,
            ResultStore store,
            Earlier earlier,
            Sandbox chosen,
            SharedTempDir shared,
            PrintWriter err)
            throws LimitsException, IOException, InterruptedException {
        Coordinator coordinator =
                new Coordinator(course.home(), chosen, shared, suites, limits, manner.jobs(), manner.without());
        coordinator.requireStart();
        String stopped =
                "Stopped. Finished results are in " + store.folder() + "; go on with the same command and --resume.";
        try (ShutdownHook hook = new ShutdownHook(coordinator, stopped);
                ConsoleProgressBar bar =
                        new ConsoleProgressBar("grade", "submissions", (long) submissions.size() * suites.size())) {
            GradeRun run = new GradeRun(
                    store,
                    suites,
                    chosen.kind().cliName(),
                    limits,
                    manner.jobs(),
                    earlier.keep(),
                    new ConsoleProgress(bar, err));
            hook.arm();
            return run.grade(coordinator, submissions, roster, earlier.others());
        }
    }

    private int report(RunInfo run, ResultStore store, PrintWriter out, PrintWriter err)
            throws ResultsException, IOException {
        Path results = store.folder();
        try {
            NotesLinks.renderBeside(results, course.home(), err);
            manner.notesUrl().keep(store);
            Report.Written report =
                    Report.write(results, NotesLinks.readings(course.home()), CourseMistakes.of(course.labs()));
            report.damaged().forEach(err::println);
            return tell(run, results, report, out);
        } catch (IOException failed) {
            err.println("All results are written, but not the report: " + IoErrorMessages.of(failed)
                    + " Then run ./lab report " + results + ".");
            return ExitCode.ENVIRONMENT;
        }
    }

    /** What was graded with other limits may not stand beside what is graded with these. */
    private boolean hasTheseLimits(ResultStore store, PrintWriter err) throws LimitsException {
        if (!ResultStore.isResults(store.folder())) {
            return true;
        }
        try {
            String differences = limits.differences(Limits.of(store.run().limits()));
            if (differences.isEmpty()) {
                return true;
            }
            throw new LimitsException(store.folder() + " was graded with other limits: " + differences
                    + ". Grade with the same limits, or choose another folder with --out.");
        } catch (DamagedResultException damaged) {
            err.println(damaged.getMessage() + " With which limits the results were made is not known: all are graded"
                    + " again.");
            return false;
        }
    }

    private static int tell(RunInfo run, Path results, Report.Written report, PrintWriter out) {
        int all = run.counts().values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                "%d %s in %.1f s: %d graded, %d rejected, %d that do not compile, %d grader errors.%n",
                all,
                all == 1 ? "result" : "results",
                run.seconds() == null ? 0 : run.seconds(),
                run.counts().getOrDefault(Verdict.GRADED, 0),
                run.counts().getOrDefault(Verdict.REJECTED, 0),
                run.counts().getOrDefault(Verdict.COMPILE_ERROR, 0),
                run.counts().getOrDefault(Verdict.GRADER_ERROR, 0));
        out.println("Report     " + report.index().toAbsolutePath().normalize());
        out.println("Gradebook  "
                + results.resolve("gradebook.csv").toAbsolutePath().normalize());
        return run.counts().getOrDefault(Verdict.GRADER_ERROR, 0) == 0 ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
