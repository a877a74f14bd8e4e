package portzero.grader.fuzz;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Some thousand changed frames; {@code mvn -Pfuzz} tries millions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodecFuzzTest {

    @Test
    void changed_frames_are_read_or_refused() throws Exception {
        List<byte[]> valid = List.of(CodecFuzz.written(CodecFuzz.everything()), CodecFuzz.written(null));
        Fuzzing.briefly("codec", 20_000, valid, CodecFuzz::fuzzerTestOneInput);
    }
}
