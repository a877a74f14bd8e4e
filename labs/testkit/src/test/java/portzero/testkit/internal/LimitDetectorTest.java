package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.testkit.process.ProcessExit;

class LimitDetectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.OutOfMemoryError: Java heap space | MEMORY",
                "java.lang.OutOfMemoryError: Cannot reserve 65536 bytes of direct buffer memory | MEMORY",
                "java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory | THREADS",
                "java.lang.StackOverflowError | STACK",
                "Cannot run program \"x\": error=11, Resource temporarily unavailable | PROCESSES",
                "Cannot run program \"x\": Exec failed, error: 11 (Resource temporarily unavailable) | PROCESSES",
                "java.net.SocketException: Too many open files | FILES",
                "java.io.IOException: No space left on device | DISK",
                "java.io.IOException: File too large | DISK",
                "[limit OUTPUT: 12 more bytes were printed] | OUTPUT"
            })
    void a_limit_is_told_by_what_the_program_printed(String output, String limit) {
        assertThat(LimitDetector.of(new AssertionError("expected"), Optional.empty(), output))
                .isEqualTo(limit);
    }

    @Test
    void a_limit_is_told_by_how_the_program_ended() {
        assertThat(LimitDetector.of(new AssertionError("x"), Optional.of(new ProcessExit(128 + 24, "", false)), ""))
                .isEqualTo("CPU");
        assertThat(LimitDetector.of(
                        new AssertionError("x"), Optional.of(new ProcessExit(1, "OutOfMemoryError", false)), ""))
                .isEqualTo("MEMORY");
    }

    @Test
    void without_a_trace_there_is_no_limit() {
        assertThat(LimitDetector.of(new AssertionError("x"), Optional.empty(), "hello"))
                .isNull();
    }
}
