package portzero.timeouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import portzero.testkit.await.PendingCall;

/** What is expected of a call that fails. */
final class Expect {

    private Expect() {}

    /** The call is to throw an {@link IOException} that does not blame the time. */
    static void noTimeout(PendingCall<?> call) {
        IOException failure = call.failure(IOException.class);
        assertThat(failure)
                .withFailMessage("Expected an exception that is not a timeout, but it was %s", failure)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
