package portzero.grader.vet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portzero.grader.report.ReadingLink;
import portzero.grader.run.Coordinator;
import portzero.grader.run.Job;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteException;

/** Grades every program of a lab whose score is known beforehand, and compares. */
public final class Vetting {

    private final Suite suite;
    private final List<Specimen> specimens;
    private final int repeats;
    private final Lesson lesson;

    private Vetting(Suite suite, List<Specimen> specimens, int repeats, Lesson lesson) {
        this.suite = suite;
        this.specimens = specimens;
        this.repeats = repeats;
        this.lesson = lesson;
    }

    /**
     * Prepares the vetting of a lab.
     *
     * @param repeats how often each right solution is graded, at least 1
     * @param readings finds the section of the notes for {@code tcp#partial-reads}
     * @throws SuiteException if there is nothing to vet it with, or a mistake does not say what it must fail
     */
    public static Vetting of(Suite suite, int repeats, Function<String, Optional<ReadingLink>> readings)
            throws SuiteException {
        List<Specimen> specimens = Specimens.of(suite.lab());
        for (Specimen specimen : specimens) {
            if (specimen.kind() == Specimen.Kind.MISTAKE) {
                Manifest.of(specimen.sources().get(0)); // a broken one is said now, not after minutes of grading
            }
        }
        return new Vetting(suite, specimens, repeats, new Lesson(readings));
    }

    /** How many gradings it takes. */
    public int gradings() {
        return jobs().size();
    }

    /**
     * Grades them all.
     *
     * @param load whether to keep every processor busy meanwhile
     * @param progress is told of each grading that is done, from several threads
     */
    public KillMatrix.LabMatrix run(Coordinator coordinator, boolean load, Runnable progress)
            throws InterruptedException, SuiteException {
        Findings findings = new Findings(progress);
        Iterator<Job> jobs = jobs().iterator();
        CpuLoad busy = new CpuLoad(load ? Runtime.getRuntime().availableProcessors() : 0);
        try (busy) {
            coordinator.grade(jobs, findings);
        }
        return new Judgement(suite, specimens, findings, repeats, lesson).matrix();
    }

    private List<Job> jobs() {
        String lab = suite.lab().id();
        List<Job> jobs = new ArrayList<>();
        specimens.forEach(specimen -> jobs.add(specimen.job(lab, 0)));
        List<Specimen> right = specimens.stream().filter(Specimen::isRight).toList();
        Stream<Job> again =
                IntStream.range(1, repeats).boxed().flatMap(n -> right.stream().map(specimen -> specimen.job(lab, n)));
        again.forEach(jobs::add);
        return jobs;
    }
}
