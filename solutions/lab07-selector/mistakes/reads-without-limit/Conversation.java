package portzero.selector;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

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

    int goOn() throws IOException {
        readRequests();
        writeAnswers();
        if (answers.isEmpty() && ended) {
            throw new EOFException("the client has ended its stream");
        }
        return (ended ? 0 : SelectionKey.OP_READ) | (answers.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }

    private void readRequests() throws IOException {
        int n = ended ? 0 : client.read(request);
        while (n > 0) {
            if (!request.hasRemaining()) {
                request.flip();
                answers.add(piece(request.getInt(), request.getInt()));
                request.clear();
            }
            n = client.read(request);
        }
        ended |= n == -1;
    }

    private void writeAnswers() throws IOException {
        while (!answers.isEmpty()) {
            client.write(answers.peek());
            if (answers.peek().hasRemaining()) {
                return;
            }
            answers.remove();
        }
    }

    private ByteBuffer piece(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || length > content.capacity() - offset) {
            throw new ProtocolException("no piece of " + length + " bytes at " + offset);
        }
        return content.slice(offset, length);
    }
}
