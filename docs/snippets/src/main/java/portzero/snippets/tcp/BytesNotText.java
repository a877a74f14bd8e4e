package portzero.snippets.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;

/** Bytes that go through text do not always come back. */
final class BytesNotText {
    public static void main(String[] args) throws IOException {
        // snippet: lossy
        byte[] sent = {'a', (byte) 0xff, 'b'};
        var text = new String(sent, UTF_8);
        var back = text.getBytes(UTF_8);
        System.out.println(sent.length + " bytes went in, " + back.length + " came out");
        System.out.println("the same bytes: " + Arrays.equals(sent, back));
        System.out.println("é is " + "é".getBytes(UTF_8).length + " bytes long");
        // end

        // snippet: lines
        var lines = new BufferedReader(new StringReader("one\r\ntwo\nthree"));
        System.out.println(lines.readLine() + "," + lines.readLine() + "," + lines.readLine());
        // end
    }
}
