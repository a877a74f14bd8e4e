package portzero.selector;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

final class Conversation {

    private final SocketChannel client;
    private final ByteBuffer request = ByteBuffer.allocate(Server.REQUEST);
    private ByteBuffer answer = ByteBuffer.allocate(0);

    Conversation(SocketChannel client) {
        this.client = client;
    }

    int goOn() throws IOException {
        if (!answer.hasRemaining()) {
            readRequest();
        }
        client.write(answer);
        return answer.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }

    private void readRequest() throws IOException {
        if (client.read(request) == -1) {
            throw new EOFException("the client has ended its stream");
        }
        if (!request.hasRemaining()) {
            request.flip();
            answer = piece(request.getInt(), request.getInt());
            request.clear();
        }
    }

    private ByteBuffer piece(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || length > PieceServer.content.capacity() - offset) {
            throw new ProtocolException("no piece of " + length + " bytes at " + offset);
        }
        return PieceServer.content.slice(offset, length);
    }
}
