package portzero.snippets.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A read returns what is there, whatever was written at a time. */
final class PartialRead {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var writer = new Socket(loopback, listener.getLocalPort());
                var reader = listener.accept()) {
            // snippet: less
            var out = writer.getOutputStream();
            var in = reader.getInputStream();
            var buffer = new byte[100];

            out.write("abc".getBytes(US_ASCII));
            System.out.println("asked for 100 bytes, got " + in.read(buffer));
            // end

            // snippet: joined
            out.write("de".getBytes(US_ASCII));
            out.write("fgh".getBytes(US_ASCII));
            while (in.available() < 5) {
                Thread.onSpinWait(); // only to be sure that both have arrived
            }
            System.out.println("wrote 2 and 3 bytes, one read got " + in.read(buffer));
            // end

            // snippet: split
            out.write("ijklmnop".getBytes(US_ASCII));
            System.out.println("wrote 8 bytes, a read of at most 6 got " + in.read(buffer, 0, 6));
            System.out.println("the next read got " + in.read(buffer, 0, 6));
            // end
        }
    }
}
