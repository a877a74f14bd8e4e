package portzero.framing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

public class FrameSocket implements FrameClient {

    private final Socket socket = new Socket();
    private DataInputStream in;
    private DataOutputStream out;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    @Override
    public void send(byte[] message) throws IOException {
        if (message.length > MAX_LENGTH) {
            throw new IllegalArgumentException("too long");
        }
        out.writeInt(message.length);
        out.write(message);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        byte[] buffer = new byte[4 + MAX_LENGTH];
        int n = in.read(buffer);
        if (n < 0) {
            return Optional.empty();
        }
        if (n < 4) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(buffer).getInt();
        if (length < 0 || length > MAX_LENGTH) {
            throw new ProtocolException("length " + length);
        }
        if (n < 4 + length) {
            throw new EOFException();
        }
        return Optional.of(Arrays.copyOfRange(buffer, 4, 4 + length));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
