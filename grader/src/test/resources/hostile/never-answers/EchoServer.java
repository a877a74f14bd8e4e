package portzero.echo;

import java.io.IOException;
import java.net.Socket;

/** Takes a large message and never answers. */
public class EchoServer extends TamperedServer {

    public EchoServer() throws IOException {}

    @Override
    void tamper(Socket client, byte[] block) throws Exception {
        Thread.sleep(Long.MAX_VALUE);
    }
}
