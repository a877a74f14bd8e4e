package portzero.grader.course;

import java.nio.file.Path;
import java.util.List;

/**
 * One lab of the course.
 *
 * @param id the name of its folder, {@code lab02-echo}
 * @param number its place in the course, from 1
 * @param name its short name, {@code echo}
 * @param title what it is about, in a few words
 * @param packageName the Java package of its classes
 * @param deliverables simple names of the classes that a student hands in
 * @param home the checkout that it is part of
 */
public record Lab(
        String id, int number, String name, String title, String packageName, List<String> deliverables, Path home) {

    public Lab {
        deliverables = List.copyOf(deliverables);
    }

    /** The lab's folder. */
    public Path folder() {
        return home.resolve("labs").resolve(id);
    }

    /** The folder with the reference solution, the alternatives and the mistakes. */
    public Path solutions() {
        return home.resolve("solutions").resolve(id);
    }

    /** Contract and skeleton. */
    public Path mainSources() {
        return folder().resolve("src/main/java");
    }

    /** Tests that students have. */
    public Path publicTests() {
        return folder().resolve("src/test/java");
    }

    /** Tests that students do not have. */
    public Path hiddenTests() {
        return folder().resolve("src/hidden/java");
    }

    /** Whether a source file, by name, is one that students hand in. */
    public boolean isDeliverable(String fileName) {
        return fileName.endsWith(".java") && deliverables.contains(fileName.substring(0, fileName.length() - 5));
    }

    /** Whether this is the lab that a user means by {@code lab02}, {@code 2}, {@code echo} or {@code lab02-echo}. */
    boolean isCalled(String word) {
        return word.equals(id)
                || word.equals(name)
                || word.equals(id.substring(0, Math.max(0, id.indexOf('-'))))
                || word.matches("0*" + number);
    }
}
