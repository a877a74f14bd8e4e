package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A client over one plain socket, for any number of requests. Close it. */
final class Client implements Closeable {
    private final Socket socket;
    private final InputStream in;

    Client(InetAddress server, int port) throws IOException {
        socket = new Socket(server, port);
        in = new BufferedInputStream(socket.getInputStream());
    }

    // snippet: client
    /** Sends what it is given, in one write. */
    void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
    }

    /** The next response to a GET: the status line and the body. */
    String receive() throws IOException {
        var head = Head.read(in).orElseThrow(EOFException::new);
        var body = Body.ofResponse(in, head.fields());
        return head.first() + " | " + new String(body, UTF_8).strip();
    }
    // end

    /** True when the server has ended the connection. */
    boolean atEnd() throws IOException {
        return in.read() == -1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
