package portzero.snippets.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** The echo pair over TLS. */
final class TlsEcho {
    public static void main(String[] args) throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        var password = "only for this program".toCharArray();
        // snippet: echo
        var keys = SelfSigned.forName("localhost", password);
        var factory = Tls.server(keys, password).getServerSocketFactory();
        try (var listener = factory.createServerSocket(0, 50, loopback)) {
            Tls.echo(listener);

            var client = Tls.client(Tls.certificates(keys)).getSocketFactory();
            try (var plain = new Socket(loopback, listener.getLocalPort());
                    var socket = (SSLSocket) client.createSocket(plain, "localhost", plain.getPort(), true)) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS"); // compare the name, too
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                System.out.println(socket.getSession().getProtocol());

                socket.getOutputStream().write("hello".getBytes(UTF_8));
                System.out.println("echo: " + new String(socket.getInputStream().readNBytes(5), UTF_8));
            }
        }
        // end
    }
}
