package portzero.echo;

import java.io.IOException;
import java.net.Socket;

/** Answers a large message without end. */
public class EchoServer extends TamperedServer {

    public EchoServer() throws IOException {}

    @Override
    void tamper(Socket client, byte[] block) throws Exception {
        while (true) {
            client.getOutputStream().write(block);
        }
    }
}
