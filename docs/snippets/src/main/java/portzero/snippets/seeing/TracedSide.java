package portzero.snippets.seeing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.PlaysInTranscript;

/** One side of a TCP connection, client or server, that makes each call when it is told to and says so. */
@PlaysInTranscript
final class TracedSide implements Orders {
    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private ServerSocket listener = new ServerSocket();
    private Socket socket = new Socket();

    private TracedSide() throws IOException {}

    public static void main(String[] args) throws IOException {
        Orders.follow(new TracedSide());
    }

    @Override
    public String carryOut(String what, String with) throws IOException {
        switch (what) {
            case "listen" -> listener = new ServerSocket(0, 50, loopback);
            case "port" -> {
                return String.valueOf(listener.getLocalPort());
            }
            case "connect" -> {
                return connect(Integer.parseInt(with));
            }
            case "accept" -> socket = listener.accept();
            case "write" -> {
                socket.getOutputStream().write(with.getBytes(UTF_8));
                return "write " + Orders.bytes(with.length());
            }
            case "read" -> {
                return "read: " + read();
            }
            case "shutdownOutput" -> socket.shutdownOutput();
            case "setSoLinger" -> socket.setSoLinger(true, 0);
            case "close" -> socket.close();
            default -> throw new IllegalArgumentException(what);
        }
        return named(what);
    }

    private static String named(String what) {
        return switch (what) {
            case "listen" -> "new ServerSocket(…)";
            case "setSoLinger" -> "setSoLinger(true, 0)";
            default -> what + "()";
        };
    }

    private String connect(int port) {
        try {
            socket = new Socket(loopback, port);
            return "new Socket(…)";
        } catch (IOException e) {
            return "new Socket(…)|" + String.valueOf(e.getMessage());
        }
    }

    private String read() {
        try {
            var count = socket.getInputStream().read(new byte[100]);
            return count < 0 ? "−1" : Orders.bytes(count);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
