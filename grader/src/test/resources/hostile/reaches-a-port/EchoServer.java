package portzero.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Tries to reach a listener that is not its own. */
public class EchoServer extends Prober {

    private static final int PORT = 1; // another where there is somebody to be reached

    public EchoServer() throws IOException {}

    @Override
    void tryAll() {
        attempt("a connection", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
                return socket.isConnected();
            }
        });
    }
}
