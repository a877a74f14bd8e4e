package portzero.framing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;

/** A connection that carries frames, on the data streams of the JDK, which read and write numbers in big-endian. */
public class FrameSocket implements FrameClient {

    private final Socket socket = new Socket();
    private DataInputStream in = new DataInputStream(InputStream.nullInputStream());
    private DataOutputStream out = new DataOutputStream(OutputStream.nullOutputStream());

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    @Override
    public void send(byte[] message) throws IOException {
        if (message.length > MAX_LENGTH) {
            throw new IllegalArgumentException("too long to send: " + message.length + " bytes");
        }
        out.writeInt(message.length);
        out.write(message);
        out.flush();
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        int first = in.read(); // readInt cannot tell an end in order from an end within the length
        if (first < 0) {
            return Optional.empty();
        }
        // From here on the end of the stream is an EOFException, which these methods throw by themselves.
        long length = (long) first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length > MAX_LENGTH) {
            throw new ProtocolException("A frame of " + length + " bytes");
        }
        byte[] message = new byte[(int) length];
        in.readFully(message);
        return Optional.of(message);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
