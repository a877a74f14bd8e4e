package portzero.grader.run.coordinator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.grader.run.worker.ArchiveTraining;
import portzero.grader.sandbox.SharedTempDir;

/**
 * The class-data archives from which the JVMs of workers and submissions start: classes that were loaded and verified when the
 * archive was made. The launcher has them made when the grader is built ({@link ArchiveTraining}) and says where they are; who
 * runs the grader in another way has none.
 */
final class ClassDataArchives {

    /** System property: the archive of the command line and of workers. That of submissions lies beside it. */
    static final String PROPERTY = "portzero.archive";

    private static final String SUFFIX = ".jsa";
    private static final String SUBJECT = "-subject";

    private ClassDataArchives() {}

    /** Options of a worker's JVM. An archive that does not fit is not used, and must not be complained of on a pipe. */
    static List<String> optionsOfWorker() {
        return existing(System.getProperty(PROPERTY))
                .map(archive -> List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr"))
                .orElse(List.of());
    }

    /** The archive of submissions' JVMs, copied to where they can read it; null if there is none. */
    static @Nullable Path ofSubject(SharedTempDir shared) throws IOException {
        String worker = System.getProperty(PROPERTY);
        Optional<Path> archive = existing(worker == null ? null : beside(worker));
        return archive.isEmpty()
                ? null
                : shared.add(
                        "host" + SUFFIX, copy -> Files.copy(archive.get(), copy, StandardCopyOption.REPLACE_EXISTING));
    }

    private static String beside(String worker) {
        return worker.endsWith(SUFFIX)
                ? worker.substring(0, worker.length() - SUFFIX.length()) + SUBJECT + SUFFIX
                : worker + SUBJECT;
    }

    /** An empty file says that no archive could be made. */
    private static Optional<Path> existing(@Nullable String file) {
        return Optional.ofNullable(file)
                .map(Path::of)
                .filter(path -> path.toFile().length() > 0);
    }
}
