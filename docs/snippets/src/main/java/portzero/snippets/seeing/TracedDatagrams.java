package portzero.snippets.seeing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import portzero.snippets.PlaysInTranscript;

/** One side of a conversation over UDP that makes each call when it is told to and says so. */
@PlaysInTranscript
final class TracedDatagrams implements Orders {
    private static final int PATIENCE_MILLIS = 30_000;

    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final DatagramSocket socket = new DatagramSocket(0, loopback);
    private final DatagramPacket packet = new DatagramPacket(new byte[100], 100);

    private TracedDatagrams() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public static void main(String[] args) throws IOException {
        Orders.follow(new TracedDatagrams());
    }

    @Override
    public String carryOut(String what, String with) throws IOException {
        return switch (what) {
            case "port" -> String.valueOf(socket.getLocalPort());
            case "connect" -> {
                socket.connect(loopback, Integer.parseInt(with));
                yield "connect(…)";
            }
            case "send" -> send(with.split(" ", 2));
            case "answer" -> {
                socket.send(packet); // to where it came from
                yield "send " + Orders.bytes(packet.getLength());
            }
            case "receive" -> "receive: " + receive();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String send(String[] portAndText) throws IOException {
        var bytes = portAndText[1].getBytes(UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, loopback, Integer.parseInt(portAndText[0])));
        return "send " + Orders.bytes(bytes.length);
    }

    private String receive() {
        try {
            socket.receive(packet);
            return Orders.bytes(packet.getLength());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
