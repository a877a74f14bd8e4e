package portzero.grader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets one JVM at a time run a class that uses the sandbox {@code user}: graders on one machine begin with the same users,
 * and each ends what a user has left behind.
 */
public final class SubjectUsers implements BeforeAllCallback, AfterAllCallback {
    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "portzero-subject-users.lock");

    private final FileChannel channel;

    /** For JUnit. */
    public SubjectUsers() throws IOException {
        channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        channel.lock(); // until the file is closed
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        channel.close();
    }
}
