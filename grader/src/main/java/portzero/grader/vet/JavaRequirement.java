package portzero.grader.vet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import portzero.grader.compile.Compiler;
import portzero.grader.suite.SuiteException;

/**
 * The least Java that an alternative or a mistake needs, which is also the one that it is compiled for.
 *
 * @param java the feature release, such as 21
 */
public record JavaRequirement(int java) {

    /** The file in the program's folder that says so. */
    public static final String NAME = "requires.properties";

    private static final JavaRequirement NONE = new JavaRequirement(Compiler.RELEASE);

    /** Reads what a folder's {@value #NAME} says; without that file any Java will do. */
    static JavaRequirement of(Path folder) throws SuiteException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return NONE;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException failed) {
            throw new SuiteException(file + " cannot be read: " + failed.getMessage());
        }
        return new JavaRequirement(
                release(file, properties.getProperty("java", "").strip()));
    }

    private static int release(Path file, String java) throws SuiteException {
        if (!java.matches("[1-9][0-9]{1,2}") || Integer.parseInt(java) < Compiler.RELEASE) {
            throw new SuiteException(file + " must say java= with a release from " + Compiler.RELEASE
                    + " on, but said \"" + java + "\"");
        }
        return Integer.parseInt(java);
    }

    /** Whether a Java of this release will do. */
    boolean isMetBy(int release) {
        return java <= release;
    }
}
