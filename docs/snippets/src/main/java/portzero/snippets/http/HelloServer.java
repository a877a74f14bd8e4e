package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;

/** A server of one page, over plain sockets. RFC 9112. */
final class HelloServer {
    private static final int LIMIT_MILLIS = 10_000;

    private HelloServer() {}

    // snippet: serve
    /** Answers the requests of one connection until the client ends it or asks for the end. */
    static void serve(Socket client) throws IOException {
        client.setSoTimeout(LIMIT_MILLIS);
        var in = new BufferedInputStream(client.getInputStream()); // one for the whole connection
        var out = client.getOutputStream();
        try {
            var goOn = true;
            while (goOn) {
                goOn = serveOne(in, out);
            }
        } catch (ProtocolException e) {
            send(out, "400 Bad Request", "Connection: close\r\n", e.getMessage() + "\n");
        }
    }

    private static boolean serveOne(InputStream in, OutputStream out) throws IOException {
        var head = Head.read(in).orElse(null);
        if (head == null) {
            return false; // the client has ended, between two requests
        }
        Body.ofRequest(in, head.fields()); // read it, wanted or not: the next request stands behind it
        answer(head, out);
        return !"close".equalsIgnoreCase(head.fields().get("connection"));
    }
    // end

    // snippet: answer
    private static void answer(Head head, OutputStream out) throws IOException {
        var line = head.first().split(" ", -1);
        if (line.length != 3 || !head.fields().containsKey("host")) {
            throw new ProtocolException("Not a request of HTTP/1.1");
        } else if (!line[2].startsWith("HTTP/1.")) {
            send(out, "505 HTTP Version Not Supported", "", "I speak HTTP/1.1\n");
        } else if (!line[1].equals("/hello")) {
            send(out, "404 Not Found", "", "There is only /hello\n");
        } else if (!line[0].equals("GET")) {
            send(out, "405 Method Not Allowed", "Allow: GET\r\n", "There is only GET\n");
        } else {
            send(out, "200 OK", "", "Grüße\n");
        }
    }

    private static void send(OutputStream out, String status, String fields, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        var head = "HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\n" + fields
                + "Content-Length: " + body.length + "\r\n\r\n"; // bytes, not characters
        out.write(head.getBytes(US_ASCII));
        out.write(body);
    }
    // end
}
