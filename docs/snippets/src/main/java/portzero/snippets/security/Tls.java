package portzero.snippets.security;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The two sides of TLS: who I am, and whom I believe. */
final class Tls {
    private Tls() {}

    // snippet: contexts
    /** For a server: its key, and the certificate that it shows. */
    static SSLContext server(KeyStore keys, char[] password) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    /** For a client: the certificates that it believes; null for those that came with Java. */
    static SSLContext client(@Nullable KeyStore trusted) throws GeneralSecurityException {
        var believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, believed.getTrustManagers(), null);
        return context;
    }
    // end

    /** What a client is given: the certificates without the keys. */
    static KeyStore certificates(KeyStore keys) throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (var aliases = keys.aliases(); aliases.hasMoreElements(); ) {
            var alias = aliases.nextElement();
            trusted.setCertificateEntry(alias, keys.getCertificate(alias));
        }
        return trusted;
    }

    /** Echoes to one client after the other until the listener is closed; a handshake that fails is the client's. */
    static void echo(ServerSocket listener) {
        var server = new Thread(
                () -> {
                    while (!listener.isClosed()) {
                        try (var client = listener.accept()) {
                            client.getInputStream().transferTo(client.getOutputStream());
                        } catch (IOException e) {
                            // the next client may do better
                        }
                    }
                },
                "echo");
        server.setDaemon(true);
        server.start();
    }
}
