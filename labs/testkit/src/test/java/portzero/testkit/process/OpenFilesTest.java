package portzero.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.fixture.HostProgram;

class OpenFilesTest {

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void those_of_this_program_are_counted() {
        assertThat(OpenFiles.here().orElseThrow()).isGreaterThan(2);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void those_of_another_program_are_counted() throws Exception {
        Process process = HostProgram.start();
        try {
            assertThat(OpenFiles.of(process).orElseThrow()).isGreaterThan(2);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(OpenFiles.of(process)).isEmpty();
    }
}
