package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;

/** One body, and three ways to say where it ends. */
final class ThreeEnds {
    public static void main(String[] args) throws IOException {
        // snippet: three
        receive("Content-Length: 11\r\n", "hello world");
        receive("Transfer-Encoding: chunked\r\n", "6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n");
        receive("", "hello world"); // and then the end of the connection
        // end

        // snippet: cut
        receive("Content-Length: 11\r\n", "hello");
        receive("Transfer-Encoding: chunked\r\n", "6\r\nhello \r\n");
        receive("", "hello");
        // end
    }

    // snippet: receive
    private static void receive(String fields, String body) throws IOException {
        var in = new ByteArrayInputStream(("HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body).getBytes(UTF_8));
        try {
            var head = Head.read(in).orElseThrow();
            System.out.println(new String(Body.ofResponse(in, head.fields()), UTF_8));
        } catch (EOFException e) {
            System.out.println(e.getMessage());
        }
    }
    // end
}
