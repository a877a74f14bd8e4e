package portzero.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A class: a folder with a folder for each student.
 *
 * @param folder the class
 * @param all what was handed in: one for each student, or one for each student and lab
 * @param wholeCheckouts whether each student handed in all labs
 */
record Submissions(Path folder, List<Submission> all, boolean wholeCheckouts) {
    private static final AtomicInteger CLASSES = new AtomicInteger();
    private static final double GOLDEN = 0.618_033_988_75;
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    /**
     * One student's work on one lab.
     *
     * @param student the name of the student's folder
     * @param folder where the sources lie
     */
    record Submission(Lab lab, Specimen specimen, String student, Path folder) {}

    /** A class of one lab: {@code count} students who hand in the specimens in turn. */
    static Submissions of(Lab lab, List<Specimen> specimens, int count, Path work) throws IOException {
        var folder = next(work);
        var all = new ArrayList<Submission>();
        for (var i = 0; i < count; i++) {
            var student = student(i);
            add(all, lab, specimens.get(i % specimens.size()), student, folder.resolve(student));
        }
        return new Submissions(folder, List.copyOf(all), false);
    }

    /** Students who hand in every lab: a third of it is right, two thirds are mistakes, each student's another one. */
    static Submissions mixed(List<Lab> labs, int students, Path work) throws IOException {
        var folder = next(work);
        var all = new ArrayList<Submission>();
        for (var i = 0; i < students; i++) {
            for (var n = 0; n < labs.size(); n++) {
                var lab = labs.get(n);
                var home = folder.resolve(student(i))
                        .resolve("labs")
                        .resolve(lab.id())
                        .resolve("src/main/java");
                add(all, lab, mixed(lab, i, n), student(i), home.resolve(lab.packagePath()));
            }
        }
        return new Submissions(folder, List.copyOf(all), true);
    }

    private static Specimen mixed(Lab lab, int student, int lane) {
        if ((student + lane) % 3 == 0 || lab.mistakes().isEmpty()) {
            return lab.right().get(student % lab.right().size());
        }
        // Steps of the golden section: mistakes are sorted by name, and neighbours are often of one kind.
        return lab.mistakes().get((int) (student * GOLDEN % 1 * lab.mistakes().size()));
    }

    private static void add(List<Submission> all, Lab lab, Specimen specimen, String student, Path folder)
            throws IOException {
        specimen.handIn(folder, "%s, class %s-%d".formatted(student, RUN, CLASSES.get()));
        all.add(new Submission(lab, specimen, student, folder));
    }

    private static Path next(Path work) {
        return work.resolve("class-" + CLASSES.incrementAndGet());
    }

    private static String student(int i) {
        return "student-%04d".formatted(i);
    }

    int size() {
        return all.size();
    }

    long right() {
        return all.stream().filter(one -> one.specimen().isRight()).count();
    }

    /** Some of them: as many right ones, and as many of each lab, in proportion as in the whole. */
    List<Submission> sample(int count) {
        var sorted = all.stream()
                .sorted(Comparator.comparing((Submission one) -> one.specimen().isRight())
                        .thenComparing(one -> one.lab().id())
                        .thenComparing(one -> one.specimen().name()))
                .toList();
        return IntStream.range(0, Math.min(count, sorted.size()))
                .mapToObj(i -> sorted.get((int) ((i + 0.5) * sorted.size() / Math.min(count, sorted.size()))))
                .toList();
    }
}
