package portzero.shutdown;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client on a {@link Socket}. */
public class TcpClient implements Client {

    private final Socket socket = new Socket();

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes); // straight to the system, so that a failure is not put off
    }

    @Override
    public void endOutput() throws IOException {
        // TODO Task 2: End your half of the connection, and keep the other half.
        throw new UnsupportedOperationException("write TcpClient.endOutput");
    }

    @Override
    public boolean hasMore() throws IOException {
        // TODO Task 3: Find out, by reading, whether the server has sent something or has ended its stream.
        // TODO Task 3: Keep what you have read for receiveToEnd.
        throw new UnsupportedOperationException("write TcpClient.hasMore");
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        // TODO Task 2: Read until the server ends its stream, and return all of it.
        throw new UnsupportedOperationException("write TcpClient.receiveToEnd");
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

    @Override
    public void close() throws IOException {
        socket.close(); // in order, unless something that has arrived is unread
    }
}
