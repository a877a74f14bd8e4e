package portzero.interop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The loopback addresses of both families. */
enum Loopback {
    IPV4("127.0.0.1"),
    IPV6("::1");

    private final String literal;

    Loopback(String literal) {
        this.literal = literal;
    }

    /** The address with port 0. Skips the test on a machine that does not have the family. */
    InetSocketAddress anyPort() throws UnknownHostException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(literal), 0);
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException missing) {
            abort(literal + " cannot be bound here: " + missing.getMessage());
        }
        return address;
    }

    /** How programs want it on their command line. */
    @Override
    public String toString() {
        return literal;
    }

    /** How socat wants it: an IPv6 address in brackets. */
    String forSocat() {
        return this == IPV6 ? "[" + literal + "]" : literal;
    }

    /** 4 or 6. */
    String version() {
        return this == IPV6 ? "6" : "4";
    }
}
