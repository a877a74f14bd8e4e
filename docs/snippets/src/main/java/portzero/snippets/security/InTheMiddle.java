package portzero.snippets.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What somebody on the way sees of a password, without TLS and with it. */
final class InTheMiddle {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    public static void main(String[] args) throws Exception {
        var secret = "only for this program".toCharArray();
        var keys = SelfSigned.forName("localhost", secret);
        var listeners = Tls.server(keys, secret).getServerSocketFactory();
        var sockets = Tls.client(Tls.certificates(keys)).getSocketFactory();

        // snippet: both
        try (var plain = new ServerSocket(0, 50, LOOPBACK);
                var wire = new Wire(plain.getLocalPort());
                var client = new Socket(LOOPBACK, wire.port())) {
            Tls.echo(plain);
            say("open sesame", client);
            System.out.println("plain: the wire has seen it: " + wire.seen().contains("open sesame"));
        }
        try (var listener = listeners.createServerSocket(0, 50, LOOPBACK);
                var wire = new Wire(listener.getLocalPort());
                var client = sockets.createSocket(new Socket(LOOPBACK, wire.port()), "localhost", wire.port(), true)) {
            Tls.echo(listener);
            say("open sesame", client);
            System.out.println("TLS:   the wire has seen it: " + wire.seen().contains("open sesame"));
            System.out.println("TLS:   it has seen bytes:    " + !wire.seen().isEmpty());
        }
        // end
    }

    /** Sends the words, and waits until they have come back. */
    private static void say(String words, Socket client) throws IOException {
        client.getOutputStream().write(words.getBytes(US_ASCII));
        var echo = new String(client.getInputStream().readNBytes(words.length()), US_ASCII);
        System.out.println("echo:  " + echo);
    }
}
