package portzero.selector;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

final class Conversation {

    private final SocketChannel client;
    private final ByteBuffer content;
    private final ByteBuffer requests = ByteBuffer.allocate(64 * Server.REQUEST);
    private ByteBuffer answer = ByteBuffer.allocate(0);
    private boolean ended;

    Conversation(SocketChannel client, ByteBuffer content) {
        this.client = client;
        this.content = content;
    }

    int goOn() throws IOException {
        ended |= requests.hasRemaining() && client.read(requests) == -1;
        client.write(answer);
        while (!ended && !answer.hasRemaining() && requests.position() >= Server.REQUEST) {
            requests.flip();
            answer = piece(requests.getInt(), requests.getInt());
            requests.compact();
            client.write(answer);
        }
        if (ended && !answer.hasRemaining()) {
            throw new EOFException("the client has ended its stream");
        }
        boolean reads = !ended && requests.hasRemaining();
        return (reads ? SelectionKey.OP_READ : 0) | (answer.hasRemaining() ? SelectionKey.OP_WRITE : 0);
    }

    private ByteBuffer piece(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || length > content.capacity() - offset) {
            throw new ProtocolException("no piece of " + length + " bytes at " + offset);
        }
        return content.slice(offset, length);
    }
}
