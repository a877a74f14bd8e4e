package portzero.grader.vet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import portzero.grader.report.ReadingLink;
import portzero.grader.run.Coordinator;
import portzero.grader.run.GradeRun;
import portzero.grader.run.Job;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;

/** Grades every program of a lab whose score is known beforehand, and compares. */
public final class Vetting {

    private final Suite suite;
    private final List<Specimen> specimens;
    private final List<Specimen> skipped;
    private final Repeats repeats;
    private final Lesson lesson;

    private Vetting(Suite suite, List<Specimen> all, int java, Repeats repeats, Lesson lesson) {
        this.suite = suite;
        specimens = all.stream().filter(one -> one.requirement().isMetBy(java)).toList();
        skipped = all.stream().filter(one -> !one.requirement().isMetBy(java)).toList();
        this.repeats = repeats;
        this.lesson = lesson;
    }

    /**
     * Prepares the vetting of a lab on the Java that this program runs on. Programs that need a newer one are left
     * out.
     *
     * @param repeats how often each program is graded
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     * @throws SuiteException if there is nothing to vet it with, or a mistake does not say what it must fail
     */
    public static Vetting of(Suite suite, Repeats repeats, Function<String, Optional<ReadingLink>> readings)
            throws SuiteException {
        return of(suite, Specimens.of(suite.lab()), Runtime.version().feature(), repeats, new Lesson(readings));
    }

    static Vetting of(Suite suite, List<Specimen> specimens, int java, Repeats repeats, Lesson lesson)
            throws SuiteException {
        for (Specimen specimen : specimens) {
            if (specimen.kind() == Specimen.Kind.MISTAKE) {
                Manifest.of(specimen.sources().get(0)); // a broken one is said now, not after minutes of grading
            }
        }
        return new Vetting(suite, specimens, java, repeats, lesson);
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
     */
    public KillMatrix.LabMatrix run(Coordinator coordinator, int load, GradeRun.Watcher watcher)
            throws InterruptedException, SuiteException {
        Findings findings = new Findings(watcher);
        Iterator<Job> jobs = jobs().iterator();
        CpuLoad busy = new CpuLoad(load * Runtime.getRuntime().availableProcessors());
        try (busy) {
            coordinator.grade(jobs, findings);
        }
        return new Judgement(suite, specimens, skipped, findings, repeats.right(), lesson).matrix();
    }

    private List<Job> jobs() {
        String lab = suite.lab().id();
        List<Job> jobs = new ArrayList<>();
        for (int n = 0; n < repeats.most(); n++) {
            int repetition = n;
            specimens.stream()
                    .filter(specimen -> repetition < repeats.of(specimen))
                    .forEach(specimen -> jobs.add(specimen.job(lab, repetition)));
        }
        return jobs;
    }
}
