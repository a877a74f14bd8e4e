package portzero.snippets.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A receiver that takes each read for a message. */
final class OneReadOneMessage {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback);
                var sender = new Socket(loopback, listener.getLocalPort());
                var receiver = listener.accept()) {
            var in = receiver.getInputStream();
            send("pay 10", sender, in);
            receive(in);
            send("pay 20", sender, in);
            send("pay 30", sender, in);
            receive(in);
            send("pay 40", sender, in);
            receive(in);
            send("00", sender, in);
            receive(in);
        }
    }

    // snippet: receive
    private static void receive(InputStream in) throws IOException {
        var buffer = new byte[100];
        int n = in.read(buffer);
        System.out.println("message: " + new String(buffer, 0, n, US_ASCII));
    }
    // end

    /** Sends the text, and returns when it has arrived. */
    private static void send(String text, Socket sender, InputStream in) throws IOException {
        int before = in.available();
        sender.getOutputStream().write(text.getBytes(US_ASCII));
        while (in.available() < before + text.length()) {
            Thread.onSpinWait();
        }
    }
}
