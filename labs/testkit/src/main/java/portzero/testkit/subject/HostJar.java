package portzero.testkit.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
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

    private static final List<String> PACKAGES = List.of(Host.class.getPackageName(), Frame.class.getPackageName());

    private HostJar() {}

    /**
     * Writes the jar, runnable with {@code java -jar}, from wherever this program's own classes lie: a folder, a
     * jar, or a jar that has others merged into it.
     *
     * @param jar the file to write; an existing one is replaced
     */
    public static void write(Path jar) throws IOException {
        Path source = source();
        if (Files.isDirectory(source)) {
            write(jar, source);
            return;
        }
        try (FileSystem files = FileSystems.newFileSystem(source)) {
            write(jar, files.getPath("/"));
        }
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

    private static void write(Path jar, Path root) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Host.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
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

    private static void add(JarOutputStream out, String name, Path file) {
        try {
            JarEntry entry = new JarEntry(name);
            entry.setTime(0); // the same jar every time
            out.putNextEntry(entry);
            Files.copy(file, out);
            out.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
