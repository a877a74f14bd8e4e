package portzero.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.fuzz.Fuzzing;

/** A few thousand changed inputs for each reader; {@code mvn -Pfuzz} tries millions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubmissionCollectorFuzzTest {

    private static final byte[] SOURCE = "package portzero.echo;\n\npublic class EchoServer {}\n".getBytes(UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void changed_zip_archives_are_read_or_refused() throws Exception {
        Path plain =
                Archives.zip(folder.resolve("a.zip"), "src/A.java", "class A {}", "b/B.java", "", "pom.xml", "<x/>");
        Path link = Archives.zip(folder.resolve("b.zip"), zip -> {
            Archives.add(zip, "EchoServer.java", SOURCE);
            Archives.link(zip, "EchoClient.java", "/etc/passwd");
        });
        Path empty = Archives.zip(folder.resolve("c.zip"));
        Fuzzing.briefly("zip", 4_000, contents(plain, link, empty), ArchiveFuzz::fuzzerTestOneInput);
    }

    @Test
    void changed_tar_archives_are_read_or_refused() throws Exception {
        Path special = tar("a.tar", tar -> {
            Archives.add(tar, "src/EchoServer.java", SOURCE);
            Archives.add(tar, "long/".repeat(30) + "A.java", SOURCE);
            Archives.special(tar, "B.java", TarConstants.LF_SYMLINK, "/etc/passwd");
        });
        Path plain = tar("b.tar", tar -> {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("A.java");
            entry.setSize(SOURCE.length);
            entry.addPaxHeader("path", "grün/A.java");
            tar.putArchiveEntry(entry);
            tar.write(SOURCE);
            tar.closeArchiveEntry();
        });
        Path small = Archives.tarGz(folder.resolve("a.tgz"), tar -> Archives.add(tar, "A.java", SOURCE));
        Path dense = Archives.tarGz(folder.resolve("b.tgz"), tar -> Archives.add(tar, "A.java", new byte[500_000]));
        Fuzzing.briefly("tar", 4_000, contents(special, plain, small, dense), ArchiveFuzz::fuzzerTestOneInput);
    }

    @Test
    void changed_names_make_safe_keys() throws Exception {
        List<byte[]> names = Stream.of(
                        "doejane_LATE_4711_815_work.zip",
                        "Zoë Müller_4711_assignsubmission_file_",
                        "submission_4711",
                        "lab02-echo-octocat.tar.gz",
                        "con.txt",
                        "..\\..\\C:/x/./y//z.java",
                        "__MACOSX/._A.java",
                        "a\u0301\u202e\u0000\ud83d\ude42")
                .map(name -> name.getBytes(UTF_8))
                .toList();
        Fuzzing.briefly("names", 20_000, names, NameFuzz::fuzzerTestOneInput);
    }

    private Path tar(String name, Archives.Content<TarArchiveOutputStream> content) {
        return Archives.tar(folder.resolve(name), content);
    }

    private static List<byte[]> contents(Path... files) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }
}
