package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** It has a thread of its own, whose trouble would be printed above what the user wants to see. */
class RendererWarmupTest {

    @Test
    void renders_a_site_without_problems() {
        assertThatCode(() -> RendererWarmup.run().throwIfAny(true)).doesNotThrowAnyException();
    }
}
