package portzero.grader.compile;

import java.util.List;
import java.util.Optional;

/**
 * Packages in which a submission may declare nothing: the JDK's, and those of the tests and of the
 * libraries that judge it.
 */
public final class ReservedPackages {
    private static final List<String> ROOTS = List.of(
            "java",
            "javax",
            "jdk",
            "sun",
            "com.sun",
            "org.junit",
            "junit",
            "org.assertj",
            "org.apiguardian",
            "org.opentest4j",
            "org.jspecify",
            "org.hamcrest",
            "org.mockito",
            "portzero.testkit",
            "portzero.grader");

    private ReservedPackages() {}

    /**
     * The reserved package that a name lies in, {@code org.junit} for {@code org.junit.jupiter.api}.
     *
     * @param name of a package or a class
     */
    public static Optional<String> holding(String name) {
        return ROOTS.stream()
                .filter(root -> name.equals(root) || name.startsWith(root + "."))
                .findFirst();
    }
}
