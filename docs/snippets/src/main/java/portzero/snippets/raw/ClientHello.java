package portzero.snippets.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Looks at the first thing a TLS client sends, as anybody on the way could. */
final class ClientHello {
    public static void main(String[] args) throws Exception {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var client = new Thread(() -> greet(listener));
            client.start();
            look(listener);
            client.join();
        }
    }

    private static void greet(ServerSocket listener) {
        // snippet: client
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var tcp = new Socket(listener.getInetAddress(), listener.getLocalPort());
                var tls = factory.createSocket(tcp, "bank.example", 443, true)) {
            tls.getOutputStream().write("password swordfish".getBytes(ISO_8859_1));
        } catch (IOException e) {
            // the other side hangs up
        }
        // end
    }

    private static void look(ServerSocket listener) throws IOException {
        // snippet: look
        try (var accepted = listener.accept()) {
            var in = new DataInputStream(accepted.getInputStream());
            System.out.println("type of the record: " + in.readUnsignedByte()); // 22 is a handshake
            in.readUnsignedShort(); // a version
            var hello = new String(in.readNBytes(in.readUnsignedShort()), ISO_8859_1);
            System.out.println("bank.example is in it: " + hello.contains("bank.example"));
            System.out.println("swordfish is in it: " + hello.contains("swordfish"));
        }
        // end
    }
}
