package portzero.grader.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Where files that can be made again go when their own place cannot be written to: a folder below the user's. */
public final class UserCache {

    private static final int DIGITS = 16;

    private UserCache() {}

    /** That of one checkout or handout; it need not exist. */
    public static Path of(Path home) {
        byte[] path = home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        String course = HexFormat.of().formatHex(Sha256.sha256().digest(path)).substring(0, DIGITS);
        return folder().resolve("portzero").resolve(course);
    }

    /** By the XDG Base Directory Specification. */
    private static Path folder() {
        String set = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return set.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(set);
    }
}
