package portzero.selector;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/** What the server remembers of one client: the part of a request that has arrived, and the answers to be written. */
final class Conversation {

    private final SocketChannel client;
    private final ByteBuffer content;
    private final ByteBuffer request = ByteBuffer.allocate(Server.REQUEST);
    private final Queue<ByteBuffer> answers = new ArrayDeque<>();
    private boolean ended;

    Conversation(SocketChannel client, ByteBuffer content) {
        this.client = client;
        this.content = content;
    }

    /**
     * Goes on as far as it can without waiting.
     *
     * @return the operations to wait for
     * @throws IOException if the conversation is over, in order or not
     */
    int goOn() throws IOException {
        // TODO Task 5: Read nothing more from a client that has an answer to take first.
        readRequest();
        writeAnswers();
        if (ended && answers.isEmpty()) {
            throw new EOFException("the client has ended its stream");
        }
        return (ended ? 0 : SelectionKey.OP_READ) | (answers.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }

    private void readRequest() throws IOException {
        ended = ended || client.read(request) == -1;
        if (!request.hasRemaining()) {
            request.flip();
            answers.add(piece(request.getInt(), request.getInt()));
            request.clear();
        }
    }

    private void writeAnswers() throws IOException {
        while (!answers.isEmpty()) {
            client.write(answers.element());
            if (answers.element().hasRemaining()) {
                return;
            }
            answers.remove();
        }
    }

    private ByteBuffer piece(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || length > content.capacity() - offset) {
            throw new ProtocolException("no piece of " + length + " bytes at " + offset);
        }
        byte[] copy = new byte[length];
        content.get(offset, copy);
        return ByteBuffer.wrap(copy);
    }
}
