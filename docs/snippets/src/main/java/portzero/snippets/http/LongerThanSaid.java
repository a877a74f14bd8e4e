package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A body that is longer than its Content-Length says. */
final class LongerThanSaid {
    public static void main(String[] args) throws IOException {
        // snippet: read
        var response = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello world";
        var in = new ByteArrayInputStream(response.getBytes(UTF_8));
        var head = Head.read(in).orElseThrow();
        System.out.println(new String(Body.ofResponse(in, head.fields()), UTF_8));
        try {
            System.out.println(Head.read(in).orElseThrow().first()); // the next response
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
        // end
    }
}
