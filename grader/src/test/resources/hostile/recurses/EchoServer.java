package portzero.echo;

import java.io.IOException;

/** Calls itself without end. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        throw new IOException("depth " + depth(0));
    }

    private static int depth(int so) {
        return depth(so + 1) + 1;
    }
}
