package portzero.testkit.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import portzero.testkit.codec.Frame;
import portzero.testkit.host.Host;

/** The jar that a submission's JVM runs: the host, the codec and nothing else. */
public final class HostJar {

    /**
     * Options without which the JVM itself writes warnings to standard output, into the middle of the host's
     * answers: a full machine would look like a forged reply.
     */
    public static final List<String> JVM_OPTIONS =
            List.of("-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:+DisplayVMOutputToStderr");

    private static final int COMMON_POOL = 256; // threads, made when they are needed; as many clients as a test has

    /**
     * Options that make the number of the JVM's own threads, and of those in the JDK's pools, the same on every machine: one
     * compiler thread, and two processors whatever there are. {@code TestNetwork.expectThreadsAtMost} relies on it to tell the
     * student's threads from them by their number.
     *
     * <p>The common pool is large, because a task of {@code CompletableFuture.runAsync} that waits for a client must not
     * keep the next from starting. With two processors JDK 17 has a new thread for each such task, and JDK 25 has the one
     * thread of the common pool for all of them: the same program would score 100 on one and 0 on the other.
     */
    public static final List<String> THREAD_OPTIONS = List.of(
            "-XX:CICompilerCount=1",
            "-XX:ActiveProcessorCount=2",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + COMMON_POOL);

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final List<String> PACKAGES = List.of(Host.class.getPackageName(), Frame.class.getPackageName());

    private HostJar() {}

    /**
     * Writes the jar, runnable with {@code java -jar}, from wherever this program's own classes lie: a folder, a
     * jar, or a jar that has others merged into it.
     *
     * @param jar the file to write; an existing one is replaced
     */
    public static void write(Path jar) throws IOException {
        write(jar, source());
    }

    /** Writes the jar from a folder or a jar of classes. */
    static void write(Path jar, Path source) throws IOException {
        if (Files.isDirectory(source)) {
            pack(jar, source);
        } else {
            try (FileSystem files = FileSystems.newFileSystem(source)) {
                pack(jar, files.getPath("/"));
            }
        }
        // A class-data archive is of use only with the very jar that it was made with, which is told by its time, too.
        Files.setLastModifiedTime(jar, FileTime.from(EPOCH.toInstant(ZoneOffset.UTC)));
    }

    private static Path source() {
        try {
            return Path.of(Host.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("The class path has a location that is no file", impossible);
        }
    }

    private static void pack(Path jar, Path root) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Host.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            begin(out, JarFile.MANIFEST_NAME);
            manifest.write(out);
            out.closeEntry();
            for (String name : PACKAGES) {
                addPackage(out, root, name.replace('.', '/'));
            }
        }
    }

    private static void addPackage(JarOutputStream out, Path root, String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .forEach(file -> add(out, folder + "/" + file.getFileName(), file));
        }
    }

    private static void begin(JarOutputStream out, String name) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(EPOCH); // the same jar every time
        out.putNextEntry(entry);
    }

    private static void add(JarOutputStream out, String name, Path file) {
        try {
            begin(out, name);
            Files.copy(file, out);
            out.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
