package portzero.selector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A client whose requests are read ahead, as many as fit into a buffer, while an answer is still being written. */
final class Visitor {

    private static final int SLICE = 64 << 10; // what is written at once; the system copies so much, each time

    private final SocketChannel client;
    private final byte[] content;
    private final ByteBuffer requests = ByteBuffer.allocate(512 * Server.REQUEST); // always ready to be filled
    private int next; // what is left of the answer, in the content
    private int end;
    private boolean ended;

    Visitor(SocketChannel client, byte[] content) {
        this.client = client;
        this.content = content;
    }

    /** Reads and writes what it can; false when the connection is to be closed. */
    boolean serve(SelectionKey key) throws IOException {
        if (!ended && requests.hasRemaining()) {
            ended = client.read(requests) < 0;
        }
        boolean stuck = false;
        while (!stuck) {
            if (next == end && requests.position() < Server.REQUEST) {
                key.interestOps(SelectionKey.OP_READ);
                return !ended; // nothing is left to do
            }
            if (next == end && !take()) {
                return false;
            }
            stuck = !write();
        }
        boolean readsOn = !ended && requests.hasRemaining();
        key.interestOps(SelectionKey.OP_WRITE | (readsOn ? SelectionKey.OP_READ : 0));
        return true;
    }

    /** Takes the next request out of the buffer; false if it is a bad one. */
    private boolean take() {
        requests.flip();
        int offset = requests.getInt();
        int length = requests.getInt();
        requests.compact();
        next = offset;
        end = offset + length;
        return offset >= 0 && length >= 0 && (long) offset + length <= content.length;
    }

    /** Writes some of the answer; false if there was no room for more. */
    private boolean write() throws IOException {
        ByteBuffer slice = ByteBuffer.wrap(content, next, Math.min(SLICE, end - next));
        client.write(slice);
        next = slice.position();
        return !slice.hasRemaining();
    }
}
