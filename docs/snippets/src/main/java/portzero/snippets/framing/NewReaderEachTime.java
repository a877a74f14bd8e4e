package portzero.snippets.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

/** A reader takes more from its stream than the line it gives. */
final class NewReaderEachTime {
    public static void main(String[] args) throws IOException {
        // snippet: lines
        var socket = new ByteArrayInputStream("pay 10\r\npay 20\r\n".getBytes(UTF_8)); // both have come
        System.out.println(readLine(socket));
        System.out.println(readLine(socket));
        // end
    }

    // snippet: read
    private static String readLine(InputStream socket) throws IOException {
        return "line: " + new BufferedReader(new InputStreamReader(socket, UTF_8)).readLine();
    }
    // end
}
