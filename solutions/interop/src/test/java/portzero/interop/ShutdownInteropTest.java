package portzero.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import portzero.shutdown.BookServer;
import portzero.shutdown.TcpClient;

/** Lab 04. */
@Timeout(120)
class ShutdownInteropTest {

    @ParameterizedTest
    @CsvSource({"NC,IPV4", "NC,IPV6", "SOCAT,IPV4", "SOCAT,IPV6", "PYTHON,IPV4", "PYTHON,IPV6"})
    void server_shows_the_book_to_whoever_ends_an_entry(Client client, Loopback host) throws Exception {
        try (BookServer server = new BookServer()) {
            InetSocketAddress address = server.start(host.anyPort(), ascii("The book\n"));
            assertThat(client.exchange(host, address, ascii("One\n"))).isEqualTo(ascii("The book\nOne\n"));
            assertThat(client.exchange(host, address, ascii("Two\n"))).isEqualTo(ascii("The book\nOne\nTwo\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void client_has_its_bytes_counted_after_a_half_close(Loopback host) throws Exception {
        try (SocatServer socat = SocatServer.tcp(host, "SYSTEM:wc -c");
                TcpClient client = new TcpClient()) {
            client.connect(socat.address());
            client.send(new byte[12_345]);
            client.endOutput(); // wc says nothing before this
            assertThat(new String(client.receiveToEnd(), US_ASCII).strip()).isEqualTo("12345");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
