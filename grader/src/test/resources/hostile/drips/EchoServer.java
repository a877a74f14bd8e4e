package portzero.echo;

import java.io.IOException;
import java.net.Socket;

/** Answers a large message byte for byte, one byte at a time: each comes soon, and the last one never. */
public class EchoServer extends TamperedServer {

    public EchoServer() throws IOException {}

    @Override
    void tamper(Socket client, byte[] block) throws Exception {
        for (int i = 0; i < block.length; i++) {
            client.getOutputStream().write(block, i, 1);
            Thread.sleep(100);
        }
    }
}
