package portzero.selector;

import java.io.IOException;
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

    Conversation(SocketChannel client, ByteBuffer content) {
        this.client = client;
        this.content = content;
    }

    /**
     * Goes on as far as it can without waiting.
     *
     * @return the operations to wait for
     */
    int goOn() throws IOException {
        // TODO Task 5: Read nothing more from a client that has an answer to take first.
        readRequest();
        writeAnswers();
        return SelectionKey.OP_READ | (answers.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }

    private void readRequest() throws IOException {
        client.read(request); // TODO Task 4: Close a client's channel at its end of stream, and after a bad request.
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

    private ByteBuffer piece(int offset, int length) {
        byte[] copy = new byte[length];
        content.get(offset, copy);
        return ByteBuffer.wrap(copy);
    }
}
