package portzero.framing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A connection that carries frames. A thread reads ahead and takes the stream apart, byte by byte, as it comes. */
public class FrameSocket implements FrameClient {

    /** What receive does next: return a message or the end, or throw. */
    private interface Arrival {
        Optional<byte[]> open() throws IOException;
    }

    private final Socket socket = new Socket();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(4);
    private boolean ended;

    private final byte[] header = new byte[4];
    private int headerBytes;
    private byte[] message = {};
    private int messageBytes;

    @Override
    public void connect(InetSocketAddress server) throws IOException {
        socket.connect(server);
        Thread thread = new Thread(this::read, "frames");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        byte[] block = new byte[16 << 10];
        try {
            InputStream in = socket.getInputStream(); // not to be closed: that would close the socket
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    take(block[i]);
                }
            }
            if (headerBytes > 0) {
                throw new EOFException("Bytes are missing from a frame");
            }
            arrivals.put(Optional::empty);
        } catch (IOException failed) {
            arrivals.add(() -> {
                throw failed;
            });
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte b) throws IOException, InterruptedException {
        if (headerBytes < header.length) {
            header[headerBytes++] = b;
            if (headerBytes == header.length) {
                begin();
            }
        } else {
            message[messageBytes++] = b;
        }
        if (headerBytes == header.length && messageBytes == message.length) {
            byte[] whole = message;
            arrivals.put(() -> Optional.of(whole));
            headerBytes = 0;
        }
    }

    private void begin() throws ProtocolException {
        long length = 0;
        for (byte b : header) {
            length = length << 8 | b & 0xff;
        }
        if (length > MAX_LENGTH) {
            throw new ProtocolException("The peer announces " + length + " bytes");
        }
        message = new byte[(int) length];
        messageBytes = 0;
    }

    @Override
    public void send(byte[] message) throws IOException {
        int length = message.length;
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than a frame may be");
        }
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        out.write(message);
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> next = arrivals.take().open();
            ended = next.isEmpty();
            return next;
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
