package portzero.grader.suite;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import portzero.grader.course.Lab;
import portzero.grader.result.TestVisibility;
import portzero.testkit.subject.ClassFile;

/**
 * A lab's contract and tests, loaded.
 *
 * @param lab the lab
 * @param digest {@code sha256:} and the digest of contract and tests
 * @param folder where the compiled classes lie
 * @param givenClasses the contract's classes: binary names and class files
 * @param tests all tests in the order in which they run: by task, public ones first
 */
public record Suite(Lab lab, String digest, Path folder, Map<String, byte[]> givenClasses, List<TestCase> tests) {

    public Suite {
        givenClasses = Map.copyOf(givenClasses);
        tests = List.copyOf(tests);
    }

    /**
     * Opens a suite that was built. Its classes stay loaded until this JVM ends.
     *
     * @throws SuiteException if a test lacks an annotation
     */
    public static Suite open(Lab lab, String digest, Path folder) throws SuiteException {
        try {
            Path main = folder.resolve("main");
            Path tests = folder.resolve("tests");
            URL[] urls = {main.toUri().toURL(), tests.toUri().toURL()};
            @SuppressWarnings("resource") // the tests run from it for as long as the program does
            ClassLoader loader = new URLClassLoader("suite", urls, Suite.class.getClassLoader());
            return new Suite(lab, digest, folder, given(lab, main), cases(lab, loader, tests));
        } catch (IOException failed) {
            throw new SuiteException("Cannot open the tests of " + lab.id() + ": " + failed);
        }
    }

    /** The contract's classes, for the submission's JVM. */
    public List<ClassFile> given() {
        List<ClassFile> given = new ArrayList<>();
        givenClasses.forEach((name, content) -> given.add(new ClassFile(name, content, false)));
        return given;
    }

    /** The points of all tests together. */
    public int points() {
        return tests.stream().mapToInt(TestCase::points).sum();
    }

    private static Map<String, byte[]> given(Lab lab, Path main) throws IOException {
        Map<String, byte[]> given = new HashMap<>();
        for (Path file : classes(main)) {
            String name = name(main, file);
            if (!isOfDeliverable(lab, name)) {
                given.put(name, Files.readAllBytes(file));
            }
        }
        return given;
    }

    private static boolean isOfDeliverable(Lab lab, String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return lab.deliverables().stream().anyMatch(own -> simple.equals(own) || simple.startsWith(own + "$"));
    }

    private static List<TestCase> cases(Lab lab, ClassLoader loader, Path tests) throws IOException, SuiteException {
        List<TestCase> cases = new ArrayList<>();
        for (Path file : classes(tests)) {
            for (Method method : methods(loader, name(tests, file))) {
                cases.add(TestCase.of(method, visibility(lab, method)));
            }
        }
        cases.sort(Comparator.comparingInt(TestCase::task)
                .thenComparing(TestCase::visibility)
                .thenComparing(TestCase::id));
        return cases;
    }

    private static List<Method> methods(ClassLoader loader, String type) throws SuiteException {
        try {
            return Arrays.stream(Class.forName(type, false, loader).getDeclaredMethods())
                    .filter(method -> AnnotationSupport.isAnnotated(method, Test.class))
                    .toList();
        } catch (ClassNotFoundException | LinkageError unusable) {
            throw new SuiteException("Cannot load " + type + ": " + unusable);
        }
    }

    private static TestVisibility visibility(Lab lab, Method method) {
        Class<?> outermost = method.getDeclaringClass();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        Path source = Path.of(outermost.getName().replace('.', '/') + ".java");
        return Files.exists(lab.publicTests().resolve(source)) ? TestVisibility.PUBLIC : TestVisibility.HIDDEN;
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/').replace('/', '.');
        return path.substring(0, path.length() - ".class".length());
    }
}
