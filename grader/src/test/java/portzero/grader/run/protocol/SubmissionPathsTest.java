package portzero.grader.run.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SubmissionPathsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_name_that_is_no_text_is_found_again() throws Exception {
        Path strange = Path.of(URI.create(folder.toUri() + "%FFa%20b"));
        Files.createDirectory(strange);
        assertThat(SubmissionPaths.path(SubmissionPaths.text(strange))).isDirectory();
        assertThat(SubmissionPaths.path(folder.toString())).isEqualTo(folder);
    }
}
