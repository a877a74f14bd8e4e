package portzero.echo;

import java.io.IOException;
import java.net.Socket;

/** Resets the connection in the middle of its answer. */
public class EchoServer extends TamperedServer {

    public EchoServer() throws IOException {}

    @Override
    void tamper(Socket client, byte[] block) throws Exception {
        client.getOutputStream().write(block, 0, 100);
        client.setSoLinger(true, 0);
        client.close();
    }
}
