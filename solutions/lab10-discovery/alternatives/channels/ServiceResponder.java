package portzero.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** A responder on a blocking channel that speaks IPv4 and IPv6, which compares buffers. */
public class ServiceResponder implements Responder {

    private final DatagramChannel channel;

    public ServiceResponder() throws IOException {
        channel = DatagramChannel.open();
    }

    @Override
    public void start(InetSocketAddress group, String interfaceName, Service service) throws IOException {
        NetworkInterface network = NetworkInterface.getByName(interfaceName);
        if (network == null) {
            throw new IOException("no interface is called " + interfaceName);
        }
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(group.getPort()));
        channel.join(group.getAddress(), network);
        Thread thread = new Thread(() -> serve(service), "responder");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Service service) {
        ByteBuffer type = US_ASCII.encode(service.type());
        ByteBuffer buffer = ByteBuffer.allocate(1_500);
        while (channel.isOpen()) {
            try {
                SocketAddress finder = channel.receive(buffer.clear());
                buffer.flip();
                if (buffer.remaining() > 5 && buffer.get() == 1) {
                    int id = buffer.getInt();
                    if (buffer.equals(type)) {
                        channel.send(answer(id, service), finder);
                    }
                }
            } catch (ClosedChannelException over) {
                return;
            } catch (IOException lost) {
                // This answer could not be sent.
            }
        }
    }

    private static ByteBuffer answer(int id, Service service) {
        return ByteBuffer.allocate(100)
                .put((byte) 2)
                .putInt(id)
                .putShort((short) service.port())
                .put(US_ASCII.encode(service.name()))
                .flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
