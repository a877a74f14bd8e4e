package portzero.shutdown;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your client. What it has to do is said in {@link Client}. */
public class TcpClient implements Client {

    // TODO Task 1: Keep the socket in a field; all methods work on it.

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        // TODO Task 1: Connect the socket to the server.
        throw new UnsupportedOperationException("write TcpClient.connect");
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        // TODO Task 1: Write the bytes to the socket.
        throw new UnsupportedOperationException("write TcpClient.send");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 1: Close the socket, in order.
        throw new UnsupportedOperationException("write TcpClient.close");
    }

    @Override
    public void endOutput() throws IOException {
        // TODO Task 2: End your half of the connection, and keep the other half.
        throw new UnsupportedOperationException("write TcpClient.endOutput");
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        // TODO Task 2: Read until the server ends its stream, and return all of it.
        throw new UnsupportedOperationException("write TcpClient.receiveToEnd");
    }

    @Override
    public boolean hasMore() throws IOException {
        // TODO Task 3: Find out, by reading, whether the server has sent something or has ended its stream.
        // TODO Task 3: Keep what you have read for receiveToEnd.
        throw new UnsupportedOperationException("write TcpClient.hasMore");
    }

    @Override
    public void endInput() throws IOException {
        // TODO Task 4: End the half that you read from, so that both reading methods find the end at once.
        throw new UnsupportedOperationException("write TcpClient.endInput");
    }

    @Override
    public void abort() throws IOException {
        // TODO Task 5: Make the close of this socket a reset, and close it.
        throw new UnsupportedOperationException("write TcpClient.abort");
    }
}
