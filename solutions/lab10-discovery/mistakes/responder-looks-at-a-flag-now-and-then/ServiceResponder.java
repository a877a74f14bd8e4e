package portzero.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A responder with one socket, at the port of the group, and one thread. */
public class ServiceResponder implements Responder {

    private static final byte QUERY = 1;
    private static final byte ANSWER = 2;
    private static final int ID_AT = 1;
    private static final int TYPE_AT = ID_AT + Integer.BYTES;

    private final DatagramSocket socket;
    private volatile boolean over;

    /** Opens a socket that is bound to no address yet; {@link #start} binds it. */
    public ServiceResponder() throws SocketException {
        socket = new DatagramSocket(null);
    }

    @Override
    public void start(InetSocketAddress group, String interfaceName, Service service) throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(group.getPort())); // of every address, and so that of a broadcast
        socket.joinGroup(group, Interfaces.named(interfaceName));
        new Thread(() -> serve(service), "responder-" + service.name()).start();
    }

    private void serve(Service service) {
        byte[] type = service.type().getBytes(US_ASCII);
        byte[] buffer = new byte[TYPE_AT + type.length + 1]; // one byte more, which only a longer type uses
        try (socket) {
            socket.setSoTimeout(250);
            while (!over) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException quiet) {
                    continue;
                }
                if (isQuery(packet, type)) {
                    answer(packet, service);
                }
            }
        } catch (IOException ended) {
            // close() has closed the socket, or it is broken: a responder that cannot receive does not keep its port.
        }
    }

    private static boolean isQuery(DatagramPacket packet, byte[] type) {
        byte[] bytes = packet.getData();
        int length = packet.getLength();
        return length >= TYPE_AT && bytes[0] == QUERY && Arrays.equals(bytes, TYPE_AT, length, type, 0, type.length);
    }

    private void answer(DatagramPacket query, Service service) {
        byte[] name = service.name().getBytes(US_ASCII);
        byte[] answer = ByteBuffer.allocate(TYPE_AT + Short.BYTES + name.length)
                .put(ANSWER)
                .put(query.getData(), ID_AT, Integer.BYTES)
                .putShort((short) service.port())
                .put(name)
                .array();
        try {
            socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
        } catch (IOException lost) {
            // As if the network had lost it; the next query can be answered.
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
