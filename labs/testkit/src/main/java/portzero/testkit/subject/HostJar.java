package portzero.testkit.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import portzero.testkit.host.Host;

/** Writes the jar that a subject's JVM runs from: the host and the codec, and nothing else of ours. */
public final class HostJar {

    private static final List<String> PACKAGES = List.of("portzero/testkit/codec", "portzero/testkit/host");

    private HostJar() {}

    /**
     * Writes the jar from the classes that this program itself runs from.
     *
     * @param jar where to; replaced if it is there
     */
    public static void writeTo(Path jar) throws IOException {
        Path origin = origin();
        if (Files.isDirectory(origin)) {
            write(origin, jar);
        } else {
            try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + origin.toUri()), Map.of())) {
                write(archive.getPath("/"), jar);
            }
        }
    }

    private static Path origin() {
        try {
            return Path.of(Host.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Path root, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Host.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String folder : PACKAGES) {
                add(root.resolve(folder), folder, out);
            }
        }
    }

    private static void add(Path folder, String name, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new JarEntry(name + "/" + file.getFileName()));
                try (InputStream content = Files.newInputStream(file)) {
                    content.transferTo(out);
                }
            }
        }
    }
}
