package portzero.echo;

import java.io.IOException;

/** Prints 64 MiB and fails. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        String line = "x".repeat(1023);
        for (int i = 0; i < 64 * 1024; i++) {
            System.out.println(line);
        }
        throw new IOException("so much for that");
    }
}
