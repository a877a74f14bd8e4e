package portzero.echo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;

/** Tries to reach somebody outside, by connections, datagrams and names. */
public class EchoServer extends Prober {

    public EchoServer() throws IOException {}

    @Override
    void tryAll() throws Exception {
        for (String host : List.of("192.0.2.1", "198.51.100.1", "10.0.0.1", "172.17.0.1", "2001:db8::1", "fe80::1")) {
            attempt("a connection to " + host, () -> connect(host));
            attempt("a datagram to " + host, () -> send(host));
        }
        attempt("a name", () -> InetAddress.getByName("c2VjcmV0.example.org") != null);
        attempt("another interface", () -> NetworkInterface.networkInterfaces().anyMatch(this::isOther));
        attempt("a broadcast", () -> send("255.255.255.255"));
        attempt("a multicast", () -> send("224.0.0.1"));
    }

    private boolean connect(String host) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, 80), 200);
            return true;
        }
    }

    private boolean send(String host) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setBroadcast(true);
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(host), 53));
            return true;
        }
    }

    private boolean isOther(NetworkInterface one) {
        try {
            return !one.isLoopback() && one.isUp()
                    || one.inetAddresses().anyMatch(a -> a instanceof Inet4Address && !a.isLoopbackAddress());
        } catch (IOException unknown) {
            return true;
        }
    }
}
