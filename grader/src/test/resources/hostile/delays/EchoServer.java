package portzero.echo;

import java.io.IOException;

/** Takes a little longer than a test waits, and less than it waits the second time. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Thread.sleep(2_500);
    }
}
