package portzero.shutdown;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

public class TcpClient implements Client {

    private final Socket socket = new Socket();
    private PushbackInputStream in;
    private PrintStream out;
    private boolean inputEnded;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new PushbackInputStream(socket.getInputStream());
        out = new PrintStream(socket.getOutputStream(), true);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes, 0, bytes.length);
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
        return in.readAllBytes();
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
