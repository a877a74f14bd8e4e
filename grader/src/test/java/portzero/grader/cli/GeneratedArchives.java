package portzero.grader.cli;

import static portzero.grader.submission.Archives.add;
import static portzero.grader.submission.Archives.link;
import static portzero.grader.submission.Archives.special;
import static portzero.grader.submission.Archives.tarGz;
import static portzero.grader.submission.Archives.write;
import static portzero.grader.submission.Archives.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Archives that a repository should not hold. */
final class GeneratedArchives {

    private static final int MIB = 1 << 20;

    /** Writes an archive; the file's name without ending is given. */
    private interface Maker {
        void make(Path file) throws IOException;
    }

    private static final Map<String, Maker> MAKERS = Map.ofEntries(
            Map.entry("slips-out", file -> zipped(file, "../EchoServer.java")),
            Map.entry("absolute-name", file -> zipped(file, "/tmp/EchoServer.java")),
            Map.entry("drive-name", file -> zipped(file, "C:\\Windows\\EchoServer.java")),
            Map.entry("symbolic-link", file -> zip(named(file, ".zip"), zip -> link(zip, "a.java", "/etc/passwd"))),
            Map.entry("hard-link", file -> tarred(file, TarConstants.LF_LINK)),
            Map.entry("device", file -> tarred(file, TarConstants.LF_CHR)),
            Map.entry("bomb", file -> zip(named(file, ".zip"), zip -> add(zip, "zeros.txt", new byte[15 * MIB]))),
            Map.entry("large-source", file -> zip(named(file, ".zip"), GeneratedArchives::addLargeSource)),
            Map.entry("nested", file -> zipped(file, "inner.zip")),
            Map.entry("many-entries", file -> zip(named(file, ".zip"), GeneratedArchives::addMany)),
            Map.entry("twice", file -> zip(named(file, ".zip"), GeneratedArchives::addTwice)),
            Map.entry("long-name", file -> zipped(file, "a" + "/.".repeat(20_000) + "/EchoServer.java")),
            Map.entry("only-classes", file -> zipped(file, "portzero/echo/EchoServer.class")),
            Map.entry("empty", file -> zip(named(file, ".zip"), zip -> {})),
            Map.entry("no-archive", file -> write(named(file, ".zip"), "<html>Please log in first.</html>")),
            Map.entry("made-on-a-mac", file -> zip(named(file, ".zip"), GeneratedArchives::addFromMac)),
            Map.entry("brings-a-processor", file -> zip(named(file, ".zip"), GeneratedArchives::addProcessor)));

    private GeneratedArchives() {}

    /** Makes the archive of that name beside the submission's folder, if there is one of that name. */
    static boolean make(String name, Path submission) throws IOException {
        Maker maker = MAKERS.get(name);
        if (maker != null) {
            maker.make(submission);
        }
        return maker != null;
    }

    private static Path named(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void zipped(Path file, String name) {
        zip(named(file, ".zip"), name, "package portzero.echo;");
    }

    private static void tarred(Path file, byte type) {
        tarGz(named(file, ".tar.gz"), tar -> special(tar, "EchoServer.java", type, "/etc/passwd"));
    }

    private static void addLargeSource(ZipArchiveOutputStream zip) throws IOException {
        byte[] source = "/* a comment that goes on */\n".repeat(50 * MIB / 29).getBytes(StandardCharsets.US_ASCII);
        add(zip, "portzero/echo/EchoServer.java", source);
    }

    private static void addMany(ZipArchiveOutputStream zip) throws IOException {
        for (int i = 0; i < 100_000; i++) {
            add(zip, i + ".java", new byte[0]);
        }
    }

    private static void addTwice(ZipArchiveOutputStream zip) throws IOException {
        for (int i = 0; i < 2; i++) {
            add(zip, "EchoServer.java", "package portzero.echo;".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void addFromMac(ZipArchiveOutputStream zip) throws IOException {
        addReference(zip, "Mein B\u00fcro \u2013 Abgabe/");
        add(zip, "__MACOSX/Mein B\u00fcro/._EchoServer.java", new byte[] {0, 5, 22, 7});
        add(zip, "Mein B\u00fcro \u2013 Abgabe/.DS_Store", new byte[8]);
    }

    private static void addProcessor(ZipArchiveOutputStream zip) throws IOException {
        addReference(zip, "");
        String name = "javax.annotation.processing.Processor";
        add(zip, "META-INF/services/" + name, "portzero.echo.Evil".getBytes(StandardCharsets.US_ASCII));
        add(
                zip,
                "META-INF/services/com.sun.source.util.Plugin",
                "portzero.echo.Evil".getBytes(StandardCharsets.US_ASCII));
        add(zip, "META-INF/MANIFEST.MF", "Class-Path: evil.jar\n".getBytes(StandardCharsets.US_ASCII));
        String source = "package portzero.echo;\npublic class Evil { static { System.exit(9); } }\n";
        add(zip, "Evil.java", source.getBytes(StandardCharsets.US_ASCII));
        add(zip, "portzero/echo/Evil.class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});
    }

    private static void addReference(ZipArchiveOutputStream zip, String folder) throws IOException {
        try (Stream<Path> files = Files.list(CourseHome.reference())) {
            for (Path file : files.toList()) {
                add(zip, folder + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }
}
