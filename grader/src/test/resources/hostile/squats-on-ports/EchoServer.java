package portzero.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A right server beside which the program holds one known port and many others, and that needs the known one. */
public class EchoServer extends RightServer {

    private static final int MANY = 300;
    private static final List<ServerSocket> HELD = new ArrayList<>();

    static {
        try {
            hold(65_432);
            for (int i = 0; i < MANY; i++) {
                hold(0);
            }
        } catch (IOException taken) {
            throw new IllegalStateException("somebody else has it", taken);
        }
    }

    public EchoServer() throws IOException {}

    private static void hold(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        HELD.add(socket);
        socket.setReuseAddress(false);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
}
