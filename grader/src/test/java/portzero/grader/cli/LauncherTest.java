package portzero.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher {@code lab}, with a script in place of the JVM that notes what it is called with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is about the script for a shell; lab.cmd has no test")
class LauncherTest {
    private static final Path LAB = Path.of("../lab").toAbsolutePath().normalize();
    private static final String MAKES_ARCHIVE =
            "case $* in *-Xshare:dump*) for a; do case $a in *ArchiveFile=*) echo x >\"${a#*=}\";; esac; done;; esac\n";

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void makeCheckout() throws IOException {
        Files.copy(LAB, folder.resolve("lab"));
        jar = write("grader/target/portzero.jar", "x");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        write("jdk/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        java(MAKES_ARCHIVE);
    }

    @Test
    void runs_the_jar_with_what_it_was_given() throws Exception {
        assertThat(run("list", "two words")).isEqualTo("done\n");
        var command = calls().get(calls().size() - 1);
        assertThat(command).endsWith("-cp " + jar.toRealPath() + " portzero.grader.cli.LabCommand list two words");
        assertThat(command).contains("-XX:SharedArchiveFile=" + archive().toRealPath());
    }

    @Test
    void makes_an_archive_of_classes_once_for_a_jar() throws Exception {
        run("list");
        run("list");
        assertThat(calls()).hasSize(5);
        assertThat(calls().get(0)).contains("-XX:DumpLoadedClassList=").endsWith("site");
        assertThat(calls().get(1))
                .contains("-XX:DumpLoadedClassList=")
                .contains("portzero.grader.run.worker.ArchiveTraining");
        assertThat(calls().get(2)).contains("-Xshare:dump", "-XX:SharedClassListFile=");
        assertThat(calls().get(3)).contains("-Dportzero.archive=" + archive().toRealPath());
        assertThat(archive()).hasContent("x");
        assertThat(archive().resolveSibling("portzero-17.0.15-subject.jsa"))
                .as("of submissions, for which none could be made")
                .isEmptyFile();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        run("list");
        assertThat(calls()).hasSize(9);
    }

    @Test
    void makes_an_archive_for_each_jdk() throws Exception {
        run("list");
        write("jdk/release", "JAVA_VERSION=\"25\"\n");
        run("list");
        assertThat(folder.resolve("grader/target/portzero-25.jsa")).hasContent("x");
        assertThat(archive()).hasContent("x");
    }

    @Test
    void runs_without_an_archive_where_none_can_be_made() throws Exception {
        java("case $* in *-Xshare:dump*) exit 1;; esac\n");
        assertThat(run("list")).isEqualTo("done\n");
        assertThat(run("list")).isEqualTo("done\n");
        assertThat(calls()).hasSize(5);
        assertThat(archive()).isEmptyFile();
    }

    @Test
    void leaves_nothing_else_in_the_folder_of_the_jar() throws Exception {
        run("list");
        try (var files = Files.list(jar.getParent())) {
            assertThat(files.map(Path::getFileName))
                    .containsExactlyInAnyOrder(
                            jar.getFileName(), archive().getFileName(), Path.of("portzero-17.0.15-subject.jsa"));
        }
    }

    @Test
    void asks_a_jdk_that_does_not_say_which_it_is() throws Exception {
        Files.delete(folder.resolve("jdk/release"));
        java("case $* in -version) echo 'openjdk version \"21.0.1\" 2023-10-17' >&2;; esac\n");
        assertThat(run("list")).isEqualTo("done\n");
        assertThat(folder.resolve("grader/target/portzero-21.0.1.jsa")).exists();
    }

    @Test
    void refuses_a_jdk_that_is_too_old() throws Exception {
        write("jdk/release", "JAVA_VERSION=\"1.8.0_412\"\n");
        assertThat(run("list"))
                .isEqualTo("lab: Java 1.8.0_412 is too old; install a JDK, 17 or later, or point JAVA_HOME at one.\n");
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    private Path archive() {
        return folder.resolve("grader/target/portzero-17.0.15.jsa");
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL=C, C.UTF-8",
        "LC_ALL=POSIX, C.UTF-8",
        "LANG=, C.UTF-8",
        "LANG=de_DE.UTF-8, ''",
        "LC_ALL=ja_JP.eucJP, ja_JP.eucJP"
    })
    void gives_java_a_locale_in_which_names_of_files_are_text(String set, String expected) throws Exception {
        java("printf %s \"${LC_ALL:-}\" >'" + folder.resolve("locale") + "'\n");
        var builder = new ProcessBuilder(folder.resolve("lab").toString(), "list").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put(set.split("=", -1)[0], set.split("=", -1)[1]);
        assertThat(builder.start().waitFor()).isZero();
        assertThat(folder.resolve("locale")).hasContent(expected);
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** Makes the script that stands for the JVM, with something that it does. */
    private void java(String what) throws IOException {
        var calls = folder.resolve("calls");
        var script = write("jdk/bin/java", "#!/bin/sh\necho \"$*\" >>'" + calls + "'\n" + what + "echo done\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private Path write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What the launcher prints. */
    private String run(String... args) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(folder.resolve("lab").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(args));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
