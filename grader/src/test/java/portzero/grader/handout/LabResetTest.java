package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

class LabResetTest {
    private static final String SERVER = "portzero/echo/EchoServer.java";
    private static final String CONTRACT = "portzero/echo/Server.java";
    private static final Map<String, byte[]> GIVEN =
            Map.of(SERVER, "skeleton\n".getBytes(UTF_8), CONTRACT, "contract\n".getBytes(UTF_8));
    private static final String UNWRITTEN = "throw new UnsupportedOperationException(\"write EchoServer.start\");\n";

    @TempDir
    private Path home;

    private Lab lab = new Lab("lab02-echo", 2, "echo", "Echo", "portzero.echo", List.of("EchoServer"), Path.of(""));

    @BeforeEach
    void give() throws IOException {
        lab = new Lab("lab02-echo", 2, "echo", "Echo", "portzero.echo", List.of("EchoServer"), home);
        for (var file : GIVEN.entrySet()) {
            write(file.getKey(), new String(file.getValue(), UTF_8));
        }
    }

    private void write(String path, String text) throws IOException {
        var file = lab.mainSources().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String text(String path) throws IOException {
        return Files.readString(lab.mainSources().resolve(path));
    }

    private String kept(int number, String path) throws IOException {
        return Files.readString(lab.folder().resolve("my-work-" + number).resolve(path));
    }

    @Test
    void gives_the_skeleton_again_and_keeps_the_work() throws IOException {
        write(SERVER, "my work\n");
        write(CONTRACT, "my contract\n");
        write("portzero/echo/Buffers.java", "my class\n");
        var outcome = new LabReset(lab, GIVEN, true).run().orElseThrow();
        assertThat(outcome.kept()).isEqualTo(lab.folder().resolve("my-work-1"));
        assertThat(outcome.files()).containsExactly("portzero/echo/Buffers.java", SERVER, CONTRACT);
        assertThat(text(SERVER)).isEqualTo("skeleton\n");
        assertThat(text(CONTRACT)).isEqualTo("contract\n");
        assertThat(lab.mainSources().resolve("portzero/echo/Buffers.java")).doesNotExist();
        assertThat(kept(1, SERVER)).isEqualTo("my work\n");
        assertThat(kept(1, CONTRACT)).isEqualTo("my contract\n");
        assertThat(kept(1, "portzero/echo/Buffers.java")).isEqualTo("my class\n");
    }

    @Test
    void never_overwrites_what_it_kept() throws IOException {
        write(SERVER, "first\n");
        new LabReset(lab, GIVEN, true).run();
        write(SERVER, "second\n");
        new LabReset(lab, GIVEN, true).run();
        assertThat(kept(1, SERVER)).isEqualTo("first\n");
        assertThat(kept(2, SERVER)).isEqualTo("second\n");
    }

    @Test
    void does_nothing_where_nothing_was_changed() throws IOException {
        write(SERVER, "skeleton\r\n");
        assertThat(new LabReset(lab, GIVEN, true).run()).isEmpty();
        try (var files = Files.list(lab.folder())) {
            assertThat(files).containsExactly(lab.folder().resolve("src"));
        }
    }

    @Test
    void brings_back_what_was_deleted() throws IOException {
        Files.delete(lab.mainSources().resolve(SERVER));
        assertThat(new LabReset(lab, GIVEN, true).run().orElseThrow().files()).isEmpty();
        assertThat(text(SERVER)).isEqualTo("skeleton\n");
    }

    @Test
    void leaves_other_files_alone_where_it_does_not_know_whose_they_are() throws IOException {
        write(SERVER, "my work\n");
        write("portzero/echo/Buffers.java", "my class\n");
        new LabReset(lab, Map.of(SERVER, GIVEN.getOrDefault(SERVER, new byte[0])), false).run();
        assertThat(text(SERVER)).isEqualTo("skeleton\n");
        assertThat(text("portzero/echo/Buffers.java")).isEqualTo("my class\n");
        assertThat(text(CONTRACT)).isEqualTo("contract\n");
    }

    @Test
    void finds_the_skeleton_in_git_below_the_students_own_commits() throws Exception {
        assumeTrue(git("init", "-q"), "git is not here");
        write(SERVER, "old\n" + UNWRITTEN);
        commit("the skeleton");
        write(SERVER, "mended\n" + UNWRITTEN);
        commit("the skeleton, mended");
        write(SERVER, "my work\n");
        commit("my work");
        var found = CommittedSkeletons.of(lab);
        assertThat(found.commit()).endsWith(" “the skeleton, mended”");
        assertThat(found.sources()).containsOnlyKeys(SERVER);
        assertThat(new String(found.sources().getOrDefault(SERVER, new byte[0]), UTF_8))
                .isEqualTo("mended\n" + UNWRITTEN);
    }

    @Test
    void says_what_to_do_where_git_knows_no_skeleton() throws Exception {
        assertThatThrownBy(() -> CommittedSkeletons.of(lab))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("is not a clone of the course, or git is not installed");
        assumeTrue(git("init", "-q"), "git is not here");
        commit("no skeleton");
        assertThatThrownBy(() -> CommittedSkeletons.of(lab))
                .isInstanceOf(CourseException.class)
                .hasMessage("No commit of this checkout has the skeleton of lab02-echo;"
                        + " copy its files from a fresh clone of the course.");
    }

    private void commit(String subject) throws Exception {
        git("add", ".");
        assertThat(git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", subject))
                .isTrue();
    }

    private boolean git(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
