package portzero.framing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
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
        byte[] header = in.readNBytes(4);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < 4) {
            throw new EOFException();
        }
        int length = ByteBuffer.wrap(header).getInt();
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException();
        }
        return Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
