package portzero.grader.run.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import portzero.grader.sandbox.SharedTempDir;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ClassDataArchivesTest {

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void forget() {
        System.clearProperty(ClassDataArchives.PROPERTY);
    }

    private Path archive(String name, String content) throws Exception {
        Path archive = Files.writeString(folder.resolve(name), content);
        System.setProperty(
                ClassDataArchives.PROPERTY, folder.resolve("portzero-17.jsa").toString());
        return archive;
    }

    @Test
    void worker_starts_from_the_archive_of_the_command_line() throws Exception {
        Path archive = archive("portzero-17.jsa", "x");
        assertThat(ClassDataArchives.optionsOfWorker()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void submissions_have_a_copy_of_theirs_where_they_can_read_it() throws Exception {
        archive("portzero-17-subject.jsa", "y");
        try (SharedTempDir shared = SharedTempDir.create()) {
            assertThat(ClassDataArchives.ofSubject(shared)).hasContent("y");
            assertThat(ClassDataArchives.ofSubject(shared))
                    .as("for the next lab of a run")
                    .hasContent("y");
        }
    }

    @Test
    void one_that_could_not_be_made_is_not_used() throws Exception {
        archive("portzero-17.jsa", "");
        archive("portzero-17-subject.jsa", "");
        assertThat(ClassDataArchives.optionsOfWorker()).isEmpty();
        try (SharedTempDir shared = SharedTempDir.create()) {
            assertThat(ClassDataArchives.ofSubject(shared)).isNull();
        }
    }

    @Test
    void without_the_launcher_there_is_none() throws Exception {
        assertThat(ClassDataArchives.optionsOfWorker()).isEmpty();
        try (SharedTempDir shared = SharedTempDir.create()) {
            assertThat(ClassDataArchives.ofSubject(shared)).isNull();
        }
    }
}
