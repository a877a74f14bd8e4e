package portzero.shutdown;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** A client on a {@link Socket}. */
public class TcpClient implements Client {

    private final Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream(); // until there is a connection to read from

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new BufferedInputStream(socket.getInputStream()); // it can take a step back, see hasMore
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        Arrays.fill(bytes, (byte) 0); // they may be secret
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput(); // not close() of the output stream: that closes the socket
    }

    @Override
    public boolean hasMore() throws IOException {
        in.mark(1);
        boolean more = in.read() != -1; // only reading tells whether the server has ended its stream
        in.reset();
        return more;
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        return in.readAllBytes(); // a reset is an exception here, and the part that came before it is dropped
    }

    @Override
    public void endInput() throws IOException {
        socket.shutdownInput(); // from here on the socket is at its end
        in.skipNBytes(in.available()); // what the buffer still holds
    }

    @Override
    public void abort() throws IOException {
        socket.setSoLinger(true, 0); // close() now sends a reset and forgets what is unsent
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close(); // in order, unless something that has arrived is unread
    }
}
