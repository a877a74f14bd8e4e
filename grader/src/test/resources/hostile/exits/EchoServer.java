package portzero.echo;

import java.io.IOException;

/** Ends the program with a status that says all is well. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        System.exit(0);
    }
}
