package portzero.snippets.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** Two messages keep their boundary, because each has its length in front. */
final class Framing {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var writer = new Socket(loopback, listener.getLocalPort());
                var reader = listener.accept()) {
            // snippet: send
            var out = new DataOutputStream(writer.getOutputStream());
            for (var text : new String[] {"hello", "é"}) {
                byte[] message = text.getBytes(UTF_8);
                out.writeInt(message.length); // four bytes, the most significant first
                out.write(message);
            }
            // end

            // snippet: receive
            var in = new DataInputStream(reader.getInputStream());
            for (int i = 0; i < 2; i++) {
                byte[] message = new byte[in.readInt()]; // from a stranger, check the length first
                in.readFully(message);
                System.out.println(message.length + " bytes: " + new String(message, UTF_8));
            }
            // end
        }

        // snippet: halves
        byte[] bytes = "é".getBytes(UTF_8);
        System.out.println("é is " + HexFormat.ofDelimiter(" ").formatHex(bytes));
        System.out.println("decoded by halves: " + new String(bytes, 0, 1, UTF_8) + new String(bytes, 1, 1, UTF_8));
        // end

        // snippet: cut
        var cut = new ByteArrayInputStream("pay 100".getBytes(UTF_8)); // 1000 was meant, and a line end
        System.out.println("readLine: " + new BufferedReader(new InputStreamReader(cut, UTF_8)).readLine());
        // end

        // snippet: signed
        int length = new DataInputStream(new ByteArrayInputStream(new byte[] {-1, -1, -1, -1})).readInt();
        System.out.println("ff ff ff ff is " + length + ", and above a maximum of 1000: " + (length > 1000));
        // end
    }
}
