package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.course.CourseException;

class HandoutUpdateTest {
    private static final String SHEET = "labs/lab02-echo/README.md";
    private static final String TEST = "labs/lab02-echo/src/test/java/FirstTest.java";
    private static final String SKELETON = "labs/lab02-echo/src/main/java/EchoServer.java";
    private static final String PROPERTIES = "labs/lab02-echo/lab.properties";
    private static final String PAGE = "notes/tcp.html";
    private static final String JAR = ".portzero/portzero.jar";

    private static final Map<String, String> FIRST = Map.of(
            SHEET,
            "sheet 1\n",
            TEST,
            "test 1\n",
            SKELETON,
            "skeleton 1\n",
            PROPERTIES,
            "number=2\n",
            PAGE,
            "page 1\n",
            JAR,
            "jar\0 1",
            "lab",
            "#!/bin/sh\n");

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void handOut() throws Exception {
        home = folder.resolve("student");
        handout(FIRST).write(home);
    }

    private static Handout handout(Map<String, String> texts) {
        var files = new HashMap<String, HandoutFile>();
        texts.forEach((path, text) -> files.put(path, HandoutFile.of(text.getBytes(UTF_8), kind(path))));
        return Handout.of(files);
    }

    private static HandoutFile.Kind kind(String path) {
        if (path.equals("lab")) {
            return HandoutFile.Kind.PROGRAM;
        }
        return path.contains("/src/main/") ? HandoutFile.Kind.WORK : HandoutFile.Kind.GIVEN;
    }

    private static Map<String, String> with(String... changes) {
        var texts = new HashMap<>(FIRST);
        for (int i = 0; i < changes.length; i += 2) {
            texts.put(changes[i], changes[i + 1]);
        }
        return texts;
    }

    private HandoutUpdate.Summary update(Map<String, String> texts) throws IOException, CourseException {
        var zip = folder.resolve("newer.zip");
        handout(texts).write(zip);
        return HandoutUpdate.run(home, zip);
    }

    private String text(String path) throws IOException {
        return Files.readString(home.resolve(path));
    }

    private void edit(String path, String text) throws IOException {
        Files.writeString(home.resolve(path), text);
    }

    @Test
    void takes_over_what_is_new_and_what_nobody_has_changed() throws Exception {
        var done =
                update(with(SHEET, "sheet 2\n", SKELETON, "skeleton 2\n", JAR, "jar\0 2", "notes/udp.html", "page\n"));
        assertThat(text(SHEET)).isEqualTo("sheet 2\n");
        assertThat(text(SKELETON)).isEqualTo("skeleton 2\n");
        assertThat(text(JAR)).isEqualTo("jar\0 2");
        assertThat(text("notes/udp.html")).isEqualTo("page\n");
        assertThat(done).isEqualTo(new HandoutUpdate.Summary(3, 1, 0, List.of()));
        assertThat(update(
                        with(SHEET, "sheet 2\n", SKELETON, "skeleton 2\n", JAR, "jar\0 2", "notes/udp.html", "page\n")))
                .isEqualTo(new HandoutUpdate.Summary(0, 0, 0, List.of()));
    }

    @Test
    void leaves_work_alone() throws Exception {
        edit(SKELETON, "my work\n");
        var done = update(with(SHEET, "sheet 2\n"));
        assertThat(text(SKELETON)).isEqualTo("my work\n");
        assertThat(home.resolve(SKELETON + ".new")).doesNotExist();
        assertThat(done.told()).isEmpty();
    }

    @Test
    void puts_a_new_skeleton_beside_work_once() throws Exception {
        edit(SKELETON, "my work\n");
        var done = update(with(SKELETON, "skeleton 2\n"));
        assertThat(text(SKELETON)).isEqualTo("my work\n");
        assertThat(text(SKELETON + ".new")).isEqualTo("skeleton 2\n");
        assertThat(done.told())
                .containsExactly(
                        SKELETON + ": your work stays; what you were given has changed, see EchoServer.java.new");
        assertThat(update(with(SKELETON, "skeleton 2\n")).told()).isEmpty();
    }

    @Test
    void keeps_a_given_file_that_was_changed() throws Exception {
        edit(TEST, "my test\n");
        var done = update(with(TEST, "test 2\n"));
        assertThat(text(TEST)).isEqualTo("test 2\n");
        assertThat(text(TEST + ".mine")).isEqualTo("my test\n");
        assertThat(done.told()).containsExactly(TEST + ": the new one is there; yours is kept as FirstTest.java.mine");
        edit(TEST, "my other test\n");
        update(with(TEST, "test 3\n"));
        assertThat(text(TEST + ".mine")).isEqualTo("my test\n");
        assertThat(text(TEST + ".mine2")).isEqualTo("my other test\n");
    }

    @Test
    void does_not_take_other_ends_of_lines_for_work() throws Exception {
        edit(SKELETON, "skeleton 1\r\n");
        edit(TEST, "test 1\r\n");
        assertThat(update(with(SKELETON, "skeleton 2\n", TEST, "test 2\n")).told())
                .isEmpty();
        assertThat(text(SKELETON)).isEqualTo("skeleton 2\n");
    }

    @Test
    void removes_what_no_longer_belongs_to_it_unless_it_was_changed() throws Exception {
        var second = with("notes/old.html", "old\n", "notes/noted.html", "old\n");
        update(second);
        edit("notes/noted.html", "with my remarks\n");
        var done = update(FIRST);
        assertThat(home.resolve("notes/old.html")).doesNotExist();
        assertThat(text("notes/noted.html")).isEqualTo("with my remarks\n");
        assertThat(done.removed()).isEqualTo(1);
        assertThat(done.told()).containsExactly("notes/noted.html: no longer belongs to the handout; yours stays");
    }

    @Test
    void leaves_labs_that_the_newer_one_does_not_have() throws Exception {
        edit(SKELETON, "my work\n");
        var texts = new HashMap<>(FIRST);
        texts.keySet().removeIf(path -> path.startsWith("labs/"));
        assertThat(update(texts).told()).containsExactly("lab02-echo: not in the new handout; stays as it is");
        assertThat(text(SKELETON)).isEqualTo("my work\n");
        assertThat(text(TEST)).isEqualTo("test 1\n");
        edit(SKELETON, "more work\n");
        assertThat(update(with(TEST, "test 2\n")).told()).isEmpty();
        assertThat(text(SKELETON)).isEqualTo("more work\n");
        assertThat(text(TEST)).isEqualTo("test 2\n");
    }

    /** Whoever was killed after some of the files has the old manifest, and copies of what they had changed. */
    @Test
    void comes_to_the_same_end_if_it_was_interrupted() throws Exception {
        var manifest = Files.readAllBytes(home.resolve(".portzero/manifest"));
        edit(SKELETON, "my work\n");
        edit(TEST, "my test\n");
        var second = with(SKELETON, "skeleton 2\n", TEST, "test 2\n", SHEET, "sheet 2\n", PAGE, "page 2\n");
        update(second);
        Files.write(home.resolve(".portzero/manifest"), manifest);
        edit(PAGE, "page 1\n");
        edit(TEST, "my test\n"); // copied, and not replaced yet
        edit("labs/lab02-echo/.writing-1-1.tmp", "half of");
        update(second);
        assertThat(text(SKELETON)).isEqualTo("my work\n");
        assertThat(text(TEST)).isEqualTo("test 2\n");
        assertThat(text(TEST + ".mine")).isEqualTo("my test\n");
        assertThat(home.resolve(TEST + ".mine2")).doesNotExist();
        assertThat(text(PAGE)).isEqualTo("page 2\n");
        assertThat(home.resolve("labs/lab02-echo/.writing-1-1.tmp")).doesNotExist();
    }

    @Test
    void changes_nothing_if_the_newer_one_is_damaged() throws Exception {
        var newer = folder.resolve("newer");
        handout(with(SHEET, "sheet 2\n", PAGE, "page 2\n")).write(newer);
        Files.writeString(newer.resolve(PAGE), "half of");
        assertThatThrownBy(() -> HandoutUpdate.run(home, newer))
                .isInstanceOf(CourseException.class)
                .hasMessageEndingWith(
                        "newer is not as it was made: notes/tcp.html has been changed. Get the handout again.");
        assertThat(text(SHEET)).isEqualTo("sheet 1\n");
        Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 5});
        assertThatThrownBy(() -> HandoutUpdate.run(home, folder.resolve("cut.zip")))
                .hasMessageEndingWith("cut.zip is not a zip archive, or a damaged one; get the handout again.");
    }

    @Test
    void refuses_itself_and_what_is_no_handout() {
        assertThatThrownBy(() -> HandoutUpdate.run(home, home))
                .hasMessageEndingWith("is the handout that you are in; name the newer one.");
        assertThatThrownBy(() -> HandoutUpdate.run(folder, home))
                .hasMessageEndingWith("is not a handout; in a clone of the course, say git pull.");
        assertThatThrownBy(() -> HandoutUpdate.run(home, folder))
                .hasMessageEndingWith("is not a handout: it has no file .portzero/manifest.");
    }

    @Test
    void a_manifest_cannot_name_files_elsewhere() {
        for (var path : List.of("../x", "a/../../x", "/etc/x", "a//b", "C:x", "a\\b")) {
            var line = "portzero-handout 1\ngiven " + "0".repeat(64) + " " + path + "\n";
            assertThatThrownBy(() -> HandoutManifest.parse(line, "it"))
                    .as(path)
                    .isInstanceOf(CourseException.class)
                    .hasMessage("it is damaged; get the handout again.");
        }
    }

    @Test
    void a_handout_replaces_an_earlier_one_that_nobody_has_worked_in() throws Exception {
        var texts = with(SHEET, "sheet 2\n");
        texts.remove(PAGE);
        handout(texts).write(home);
        assertThat(text(SHEET)).isEqualTo("sheet 2\n");
        assertThat(home.resolve(PAGE)).doesNotExist();
        assertThat(home.resolve("lab").toFile().canExecute()).isTrue();
        edit(SKELETON, "my work\n");
        assertThatThrownBy(() -> handout(FIRST).write(home))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("holds files that no handout has (" + Path.of(SKELETON) + ")");
        assertThat(text(SKELETON)).isEqualTo("my work\n");
    }

    @Test
    void a_handout_overwrites_no_other_file() throws Exception {
        var precious = Files.writeString(folder.resolve("theses.zip"), "precious");
        assertThatThrownBy(() -> handout(FIRST).write(precious))
                .hasMessageEndingWith(
                        "theses.zip is there and is not a handout; name another file, or delete it first.");
        assertThat(precious).hasContent("precious");
        assertThatThrownBy(() -> handout(FIRST).write(folder)).hasMessageContaining("holds files that no handout has");
    }
}
