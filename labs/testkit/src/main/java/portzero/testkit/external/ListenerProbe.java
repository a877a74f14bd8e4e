package portzero.testkit.external;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import portzero.testkit.kernel.TcpTable;
import portzero.testkit.kernel.UdpTable;
import portzero.testkit.wire.Transport;

/**
 * Tells when somebody has begun to listen at an address where they did not before.
 *
 * <p>Linux shows its sockets, and nothing need be sent. Elsewhere only an attempt tells: a connection that is closed at once, or a
 * datagram of one byte, to which a port that nobody has is answered as unreachable.
 */
final class ListenerProbe {

    private static final int ATTEMPT = 200; // milliseconds; on one machine the answer is there at once

    private final InetSocketAddress address;
    private final Transport transport;
    private final boolean visible = TcpTable.isVisible();
    private final int before;

    /** Looks who listens there before the program is started. */
    ListenerProbe(InetSocketAddress address, Transport transport) {
        this.address = address;
        this.transport = transport;
        before = count();
    }

    /** Whether somebody listens who did not before; where only an attempt tells and somebody did, never. */
    boolean hasBegun() {
        return visible ? count() > before : before == 0 && count() > 0;
    }

    private int count() {
        if (visible) {
            return transport == Transport.TCP
                    ? TcpTable.listeners(address).size()
                    : (int) UdpTable.read(port -> port == address.getPort()).stream()
                            .filter(socket -> receivesFor(socket.local()))
                            .count();
        }
        return transport == Transport.TCP ? connects() : receives();
    }

    private boolean receivesFor(InetSocketAddress local) {
        return local.getAddress().isAnyLocalAddress() || local.getAddress().equals(address.getAddress());
    }

    private int connects() {
        try (Socket socket = new Socket()) {
            socket.connect(address, ATTEMPT);
            return 1;
        } catch (IOException refused) {
            return 0;
        }
    }

    private int receives() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address);
            socket.setSoTimeout(ATTEMPT);
            socket.send(new DatagramPacket(new byte[1], 1)); // JDK 17 sends no empty datagram from a connected socket
            socket.receive(new DatagramPacket(new byte[1], 1));
            return 1;
        } catch (PortUnreachableException nobody) {
            return 0;
        } catch (SocketTimeoutException silent) {
            return 1;
        } catch (IOException failed) {
            return 0;
        }
    }
}
