package portzero.grader.vet;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portzero.grader.suite.SuiteException;

/**
 * What a mistake says of itself.
 *
 * @param description what is wrong with it, in one sentence
 * @param sentence the same in the words of whoever has made it, {@code You seem to …}
 * @param fails the ids of the tests that it must fail; all others it must pass
 * @param reading the section of the notes that explains it, {@code tcp#partial-reads}
 */
record MistakeManifest(String description, String sentence, Set<String> fails, String reading) {

    static final String NAME = "manifest.properties";

    static MistakeManifest of(Path mistake) throws SuiteException {
        Path file = mistake.resolve(NAME);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new SuiteException(mistake + " has no readable " + NAME
                    + "; write one with description=, sentence=, fails= and reading=");
        }
        Set<String> fails = Arrays.stream(properties.getProperty("fails", "").split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (fails.isEmpty()) {
            throw new SuiteException(file + " names no test in fails=; a mistake that fails nothing proves nothing");
        }
        String reading = properties.getProperty("reading", "").strip();
        if (reading.isEmpty()) {
            throw new SuiteException(
                    file + " names no section of the notes in reading=; say where this mistake is explained");
        }
        String sentence = properties.getProperty("sentence", "").strip();
        if (sentence.isEmpty()) {
            throw new SuiteException(
                    file + " says nothing in sentence=; name the mistake in the words of whoever has made"
                            + " it: You seem to …");
        }
        return new MistakeManifest(properties.getProperty("description", "").strip(), sentence, fails, reading);
    }
}
