package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A body that the server does not read is its next request. */
final class UnreadBody {
    public static void main(String[] args) throws IOException {
        // snippet: request
        var hidden = "DELETE /everything HTTP/1.1\r\n\r\n";
        var request = "POST /comment HTTP/1.1\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden;
        // end
        show(request, false);
        show(request, true);
    }

    // snippet: show
    private static void show(String bytes, boolean readBody) throws IOException {
        var in = new ByteArrayInputStream(bytes.getBytes(US_ASCII));
        System.out.println(readBody ? "a server that reads bodies sees" : "a server that does not sees");
        for (var head = Head.read(in); head.isPresent(); head = Head.read(in)) {
            System.out.println("  " + head.get().first());
            if (readBody) {
                Body.ofRequest(in, head.get().fields());
            }
        }
    }
    // end
}
