package portzero.testkit.await;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.DeadlineExceededError;

@Timeout(60)
class EventuallyTest {

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    @Test
    void question_is_asked_until_the_answer_is_right_and_told_once() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        network.note("before");
        network.expectSoon(3, () -> {
            network.note("asked for the time " + asked.incrementAndGet());
            return asked.get();
        });
        assertThat(fixture.story()).isEqualTo("before\nasked for the time 3");
    }

    @Test
    void answer_that_stays_wrong_is_a_deadline() {
        System.setProperty(Deadlines.SCALE, "0.05");
        assertThatThrownBy(() -> network.expectSoon("2", () -> "1"))
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessage("Expected  \"2\", if not at once then soon\n"
                        + "but       it was \"1\" to the end (waited 0.075 s)");
    }

    @Test
    void question_that_fails_is_not_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> network.expectSoon(1, () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(asked).hasValue(1);
    }
}
