package portzero.snippets.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/** A certificate that nobody vouches for, and one that is for another name. */
final class WhoAnswers {
    public static void main(String[] args) throws Exception {
        var password = "only for this program".toCharArray();
        var keys = SelfSigned.forName("localhost", password);
        var factory = Tls.server(keys, password).getServerSocketFactory();
        try (var listener = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Tls.echo(listener);
            var port = listener.getLocalPort();
            // snippet: clients
            var unknown = Tls.client(null);
            var known = Tls.client(Tls.certificates(keys));
            System.out.println("nobody vouches for it:   " + connect(unknown, "localhost", true, port));
            System.out.println("right name:              " + connect(known, "localhost", true, port));
            System.out.println("wrong name, compared:    " + connect(known, "bank.example", true, port));
            System.out.println("wrong name, by default:  " + connect(known, "bank.example", false, port));
            // end
        }
    }

    // snippet: connect
    private static String connect(SSLContext context, String name, boolean compare, int port) throws IOException {
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), port);
                var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true)) {
            if (compare) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            return "connected";
        } catch (SSLHandshakeException e) {
            return "refused by the client";
        }
    }
    // end
}
