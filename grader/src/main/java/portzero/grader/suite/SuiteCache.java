package portzero.grader.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.grader.io.UserCache;

/**
 * Where compiled suites are kept: with the course, or with the user where the course can only be read, or until this program ends
 * where the user has no place either.
 */
final class SuiteCache {
    private SuiteCache() {}

    static Path folder(Path home) throws IOException {
        var own = home.resolve("target/portzero/suites");
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            return ofUser(home);
        }
        return Files.isWritable(own) ? own : ofUser(home);
    }

    /** A folder of the user's that nobody else can write to, since what is in it will be run. */
    private static Path ofUser(Path home) throws IOException {
        var folder = UserCache.of(home).resolve("suites");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            return temporary();
        }
    }

    private static Path temporary() throws IOException {
        var folder = Files.createTempDirectory("portzero-suites"); // for this user only
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete " + folder));
        return folder;
    }

    private static void delete(Path folder) {
        try {
            SuiteBuild.delete(folder);
        } catch (IOException | UncheckedIOException e) {
            return; // the system clears its folder of temporary files
        }
    }
}
