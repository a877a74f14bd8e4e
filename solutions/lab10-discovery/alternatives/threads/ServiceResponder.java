package portzero.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A responder that works on hexadecimal text, looks every tenth of a second whether it is to end, and answers from a socket of its own. */
public class ServiceResponder implements Responder {

    private static final HexFormat HEX = HexFormat.of();

    private @Nullable Thread thread;
    private volatile boolean over;

    @Override
    public void start(InetSocketAddress group, String interfaceName, Service service) throws IOException {
        NetworkInterface network = NetworkInterface.getByName(interfaceName);
        if (network == null) {
            throw new IOException(interfaceName + " is no interface of this machine");
        }
        MulticastSocket receiver = new MulticastSocket(group.getPort());
        receiver.joinGroup(group, network);
        receiver.setSoTimeout(100);
        thread = new Thread(() -> serve(receiver, service));
        thread.start();
    }

    private void serve(MulticastSocket receiver, Service service) {
        try (receiver;
                DatagramSocket sender = new DatagramSocket()) {
            while (!over) {
                serveOnce(receiver, sender, service);
            }
        } catch (IOException broken) {
            // There is nobody to tell.
        }
    }

    private static void serveOnce(MulticastSocket receiver, DatagramSocket sender, Service service) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        try {
            receiver.receive(packet);
        } catch (SocketTimeoutException quiet) {
            return;
        }
        String query = HEX.formatHex(packet.getData(), 0, packet.getLength());
        if (query.length() > 10 && query.startsWith("01") && query.substring(10).equals(hex(service.type()))) {
            String port = String.format(Locale.ROOT, "%04x", service.port());
            byte[] answer = HEX.parseHex("02" + query.substring(2, 10) + port + hex(service.name()));
            sender.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
    }

    private static String hex(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        over = true;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
