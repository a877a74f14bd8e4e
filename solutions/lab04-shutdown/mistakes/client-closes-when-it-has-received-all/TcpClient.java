package portzero.shutdown;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

public class TcpClient implements Client {

    private final Socket socket = new Socket();
    private PushbackInputStream in;
    private OutputStream out;
    private boolean inputEnded;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new PushbackInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public boolean hasMore() throws IOException {
        if (inputEnded) {
            return false;
        }
        int next = in.read();
        if (next == -1) {
            return false;
        }
        in.unread(next);
        return true;
    }

    @Override
    public byte[] receiveToEnd() throws IOException {
        if (inputEnded) {
            return new byte[0];
        }
        try (PushbackInputStream reply = in) {
            byte[] all = reply.readAllBytes();
            inputEnded = true;
            return all;
        }
    }

    @Override
    public void endInput() throws IOException {
        inputEnded = true;
        socket.shutdownInput();
    }

    @Override
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
