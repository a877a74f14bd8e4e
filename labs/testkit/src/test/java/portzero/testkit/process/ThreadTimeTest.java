package portzero.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.fixture.HostProgram;

class ThreadTimeTest {

    @Test
    void first_two_columns_are_read() {
        assertThat(ThreadTime.of("755895 11416461 5\n")).isEqualTo(new ThreadTime(755_895, 11_416_461));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux counts it for everybody to see")
    void threads_of_the_program_and_of_this_one_are_counted() throws Exception {
        Process program = HostProgram.start();
        try {
            Map<Integer, ThreadTime> times = ThreadTime.of(program);
            assertThat(times).containsKey((int) program.pid()).containsKey((int)
                    ProcessHandle.current().pid());
            assertThat(times.get((int) ProcessHandle.current().pid()))
                    .satisfies(own -> assertThat(own.ran()).isPositive());
        } finally {
            program.destroyForcibly();
        }
    }
}
