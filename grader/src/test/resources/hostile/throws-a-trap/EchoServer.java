package portzero.echo;

import java.io.IOException;

/** Fails with an exception whose own methods fail or never end. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        throw new Trap();
    }

    /** No method of it can be called in peace. */
    private static final class Trap extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new StackOverflowError("no message".repeat(1_000));
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }
}
