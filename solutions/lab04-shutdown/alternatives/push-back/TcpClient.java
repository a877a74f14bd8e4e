package portzero.shutdown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client that opens its socket late, and puts a byte that it has read too early back into its stream. */
public class TcpClient implements Client {

    private Socket socket;
    private PushbackInputStream in;
    private OutputStream out;
    private boolean deaf;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        in = new PushbackInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean hasMore() throws IOException {
        if (deaf) {
            return false;
        }
        int first = in.read();
        if (first == -1) {
            return false;
        }
        in.unread(first);
        return true;
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] block = new byte[16384];
        while (hasMore()) {
            all.write(block, 0, in.read(block));
        }
        return all.toByteArray();
    }

    @Override
    public void endInput() throws IOException {
        deaf = true;
        socket.shutdownInput();
    }

    @Override
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
