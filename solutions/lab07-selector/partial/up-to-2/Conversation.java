package portzero.selector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** What the server remembers of one client: the part of a request that has arrived. */
final class Conversation {

    private final SocketChannel client;
    private final ByteBuffer content;
    private final ByteBuffer request = ByteBuffer.allocate(Server.REQUEST);

    Conversation(SocketChannel client, ByteBuffer content) {
        this.client = client;
        this.content = content;
    }

    /** Goes on as far as it can without waiting, and returns the operation to wait for. */
    int goOn() throws IOException {
        client.read(request); // TODO Task 4: Close a client's channel at its end of stream, and after a bad request.
        if (!request.hasRemaining()) {
            request.flip();
            client.write(content.slice(request.getInt(), request.getInt()));
            // TODO Task 3: Keep what a write did not take, and wait for OP_WRITE only while something is left.
            request.clear();
        }
        return SelectionKey.OP_READ;
    }
}
