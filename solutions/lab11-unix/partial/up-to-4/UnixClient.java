package portzero.unix;

import java.io.IOException;
import java.nio.file.Path;

/** Your client. What it has to do is said in {@link Client}. */
public class UnixClient implements Client {

    @Override
    public byte[] exchange(Path server, byte[] message) throws IOException {
        // TODO Task 6: Connect, send the message and receive the answer at the same time, and end your stream in
        // between.
        // TODO Task 7: Say which it is when nobody answers: nothing at the path, or nobody behind it.
        throw new UnsupportedOperationException("write UnixClient.exchange");
    }
}
