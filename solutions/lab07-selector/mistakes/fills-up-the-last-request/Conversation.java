package portzero.selector;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * What the server remembers of one client: the part of a request that has arrived, and what is left of an answer.
 *
 * <p>Nothing is read while something is left to be written. So a client that does not read is not read either, and
 * one request and one answer are all there ever is to remember.
 */
final class Conversation {

    private final SocketChannel client;
    private final ByteBuffer content;
    private final ByteBuffer request = ByteBuffer.allocate(Server.REQUEST);
    private ByteBuffer answer = ByteBuffer.allocate(0);

    Conversation(SocketChannel client, ByteBuffer content) {
        this.client = client;
        this.content = content;
    }

    /**
     * Goes on as far as it can without waiting.
     *
     * @return the operation to wait for
     * @throws IOException if the conversation is over, in order or not
     */
    int goOn() throws IOException {
        if (!answer.hasRemaining()) {
            readRequest();
        }
        client.write(answer); // takes what there is room for: all, a part, or nothing
        return answer.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }

    private void readRequest() throws IOException {
        if (client.read(request) == -1) {
            if (request.position() == 0) {
                throw new EOFException("the client has ended its stream");
            }
            while (request.hasRemaining()) {
                request.put((byte) 0); // what is missing
            }
        }
        if (!request.hasRemaining()) {
            request.flip(); // from filling to taking out
            answer = piece(request.getInt(), request.getInt());
            request.clear(); // and back
        }
    }

    /** A view of the content with a position of its own; no byte is copied. */
    private ByteBuffer piece(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || length > content.capacity() - offset) { // a sum might overflow
            throw new ProtocolException("no piece of " + length + " bytes at " + offset);
        }
        return content.slice(offset, length);
    }
}
