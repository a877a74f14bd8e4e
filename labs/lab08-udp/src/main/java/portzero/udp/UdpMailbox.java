package portzero.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Your mailbox. What it has to do is said in {@link Mailbox}. */
public class UdpMailbox implements Mailbox {

    // TODO Task 1: Keep the socket in a field.

    @Override
    public InetSocketAddress open(InetSocketAddress address) throws IOException {
        // TODO Task 1: Open a datagram socket at the address, and return the address with the real port.
        throw new UnsupportedOperationException("write UdpMailbox.open");
    }

    @Override
    public void send(byte[] payload, InetSocketAddress to) throws IOException {
        // TODO Task 1: Send the bytes as one datagram.
        throw new UnsupportedOperationException("write UdpMailbox.send");
    }

    @Override
    public Letter receive(int longest, Duration wait) throws IOException {
        // TODO Task 1: Receive one datagram; return its bytes, no more than came, and where it came from.
        // TODO Task 2: Find out whether the datagram had more bytes than the caller takes.
        // TODO Task 3: Wait no longer than the caller says, and mind what a timeout of 0 means.
        throw new UnsupportedOperationException("write UdpMailbox.receive");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 1: Close the socket, if there is one.
        throw new UnsupportedOperationException("write UdpMailbox.close");
    }
}
