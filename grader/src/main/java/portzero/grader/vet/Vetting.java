package portzero.grader.vet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import portzero.grader.mistake.MistakeTableFile;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.run.coordinator.GradeRun;
import portzero.grader.run.protocol.Job;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;
import portzero.grader.wording.ReadingLink;

/** Grades every program of a lab whose score is known beforehand, and compares. */
public final class Vetting {

    private static final int MOST_AGAIN = 2;

    private final Suite suite;
    private final ProgramSelection selection;
    private final RepeatCounts repeats;
    private final HintCheck hints;
    private final ClauseTable clauses;
    private final boolean writesSignatures;

    private Vetting(
            Suite suite,
            ProgramSelection selection,
            RepeatCounts repeats,
            HintCheck hints,
            ClauseTable clauses,
            boolean writesSignatures) {
        this.suite = suite;
        this.selection = selection;
        this.repeats = repeats;
        this.hints = hints;
        this.clauses = clauses;
        this.writesSignatures = writesSignatures;
    }

    /**
     * Prepares the vetting of a lab on the Java that this program runs on. Programs that need a newer one are left
     * out.
     *
     * @param repeats how often each program is graded
     * @param share which of the mistakes are
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     * @throws SuiteException if there is nothing to vet it with, or a mistake does not say what it must fail
     */
    public static Vetting of(
            Suite suite, RepeatCounts repeats, MistakeShare share, Function<String, Optional<ReadingLink>> readings)
            throws SuiteException {
        ProgramSelection selection = ProgramSelection.of(
                ProgramFinder.of(suite.lab()), Runtime.version().feature(), share);
        return of(suite, selection, repeats, new HintCheck(readings));
    }

    static Vetting of(Suite suite, ProgramSelection selection, RepeatCounts repeats, HintCheck hints)
            throws SuiteException {
        selection.whatMistakesFail(); // a broken manifest is said now, not after minutes of grading
        return new Vetting(suite, selection, repeats, hints, clauses(suite), false);
    }

    /** The same, which adds how mistakes failed their tests to the table by which they are named. */
    public Vetting writingSignatures() {
        return new Vetting(suite, selection, repeats, hints, clauses, true);
    }

    private static ClauseTable clauses(Suite suite) throws SuiteException {
        Path folder = suite.lab().solutions();
        try {
            return ClauseTable.in(folder);
        } catch (IOException failed) {
            throw new SuiteException(folder.resolve(ClauseTable.NAME) + " cannot be read: " + failed.getMessage());
        }
    }

    /** How many gradings it takes. */
    public int gradings() {
        return jobs().size();
    }

    /**
     * Grades them all.
     *
     * @param load with how many threads to keep each processor busy meanwhile
     * @param watcher is told of each grading that is done, and of each flake when it is seen, from several threads
     * @throws IOException if signatures are to be written and cannot be
     */
    public KillMatrix.LabMatrix run(Coordinator coordinator, int load, GradeRun.Watcher watcher)
            throws InterruptedException, SuiteException, IOException {
        VettingResults findings = new VettingResults(watcher);
        Iterator<Job> jobs = jobs().iterator();
        CpuLoad busy = new CpuLoad(load * Runtime.getRuntime().availableProcessors());
        try (busy) {
            coordinator.grade(jobs, findings);
            for (int n = 1; n <= MOST_AGAIN && !coordinator.isStopped(); n++) {
                coordinator.grade(again(findings, n).iterator(), findings);
            }
        }
        if (writesSignatures && !coordinator.isStopped()) {
            MistakeTableFile.write(suite.lab(), new SignatureCheck(suite.lab(), selection, findings).updated());
        }
        return new VettingReport(suite, selection, findings, repeats, hints, clauses).matrix();
    }

    /**
     * The fault of a mistake may depend on the kernel, so one that has failed other tests than it must is graded again; unless
     * mistakes are graded several times, which is to find just those.
     */
    private List<Job> again(VettingResults findings, int repetition) throws SuiteException {
        List<Job> jobs = new ArrayList<>();
        for (VettedProgram program : selection.graded()) {
            if (program.kind() == VettedProgram.Kind.MISTAKE && repeats.mistakes() == 1 && isOther(program, findings)) {
                jobs.add(program.job(suite.lab().id(), repetition));
            }
        }
        return jobs;
    }

    private static boolean isOther(VettedProgram program, VettingResults findings) throws SuiteException {
        return !MistakeManifest.of(program.sources().get(0))
                .fails()
                .equals(VettingResults.failed(findings.last(program)));
    }

    private List<Job> jobs() {
        String lab = suite.lab().id();
        List<Job> jobs = new ArrayList<>();
        for (int n = 0; n < repeats.most(); n++) {
            int repetition = n;
            selection.graded().stream()
                    .filter(program -> repetition < repeats.of(program))
                    .forEach(program -> jobs.add(program.job(lab, repetition)));
        }
        return jobs;
    }
}
