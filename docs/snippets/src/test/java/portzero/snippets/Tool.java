package portzero.snippets;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A program that this machine may or may not have. */
record Tool(String name) {

    /**
     * Skips the test of {@code user} where the tool is missing, unless PORTZERO_REQUIRE says that it must be there.
     */
    void assumeIsThere(Recorded user) {
        if (isThere()) {
            return;
        }
        var missing = name + " is missing, so the recorded output of " + user.name() + " is shown and not checked.";
        if (System.getenv().getOrDefault("PORTZERO_REQUIRE", "").contains("interop")) {
            throw new AssertionError(missing + " Install it.");
        }
        skip(missing);
    }

    /** Skips the test, and says why on the console, where Maven itself counts skipped tests only. */
    static void skip(String why) {
        System.out.println(why);
        abort(why);
    }

    static void assumeLinux(Recorded what) {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                () -> what.name() + " shows what Linux does, and this is none.");
    }

    private boolean isThere() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }
}
