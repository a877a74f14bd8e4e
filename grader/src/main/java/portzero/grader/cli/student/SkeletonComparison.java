package portzero.grader.cli.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.handout.Skeletons;
import portzero.grader.text.DisplayName;

/**
 * Which files of a student's folder are still as the handout gave them. In a checkout, which keeps no copy of them, none is known to be.
 *
 * @param unchanged their paths
 */
record SkeletonComparison(Set<String> unchanged) {

    static SkeletonComparison of(Lab lab, Path work) throws IOException {
        Set<String> unchanged = new TreeSet<>();
        if (Course.isHandout(lab.home())) {
            for (var given : Skeletons.of(lab).entrySet()) {
                Path file = work.resolve(given.getKey());
                if (Files.isRegularFile(file) && Skeletons.isSame(given.getValue(), Files.readAllBytes(file))) {
                    unchanged.add(given.getKey());
                }
            }
        }
        return new SkeletonComparison(Set.copyOf(unchanged));
    }

    boolean isUnchanged(String file) {
        return unchanged.contains(file);
    }

    /** Whether a sentence of the grader's is about a file that was given and is as it was, which is no news to anybody. */
    boolean isExpected(String note) {
        return unchanged.stream().anyMatch(path -> note.startsWith(DisplayName.name(path) + ":"));
    }
}
