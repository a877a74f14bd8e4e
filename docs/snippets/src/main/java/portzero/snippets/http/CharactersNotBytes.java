package portzero.snippets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A Content-Length that counts characters cuts the text. */
final class CharactersNotBytes {
    public static void main(String[] args) throws IOException {
        // snippet: count
        var text = "Grüße";
        System.out.println(text.length() + " characters, " + text.getBytes(UTF_8).length + " bytes");
        var in = new ByteArrayInputStream(
                ("HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text).getBytes(UTF_8));
        var body = Body.ofResponse(in, Head.read(in).orElseThrow().fields());
        System.out.println("the client reads: " + new String(body, UTF_8));
        System.out.println("bytes left for the next response: " + in.available());
        // end
    }
}
