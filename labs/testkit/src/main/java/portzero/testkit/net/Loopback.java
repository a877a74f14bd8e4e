package portzero.testkit.net;

import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** The two loopback addresses, by number: a name would have to be looked up, and may mean either of them. */
final class Loopback {

    /** 127.0.0.1. */
    static final InetAddress IPV4 = of(127, 0, 0, 1);

    /** ::1 (RFC 4291 section 2.5.3). */
    static final InetAddress IPV6 = of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    /** 127.255.255.255, the broadcast address of 127.0.0.0/8 (RFC 919 section 7); not every system has it. */
    static final InetAddress BROADCAST = of(127, 255, 255, 255);

    private Loopback() {}

    /** Whether it is {@link #BROADCAST}. */
    static boolean isBroadcast(InetAddress address) {
        return BROADCAST.equals(address);
    }

    /** The interface that has 127.0.0.1: {@code lo} on Linux, {@code lo0} on macOS. */
    static NetworkInterface networkInterface() throws SocketException {
        NetworkInterface found = NetworkInterface.getByInetAddress(IPV4);
        if (found == null) {
            throw new SocketException("No network interface has 127.0.0.1; switch the loopback interface on");
        }
        return found;
    }

    /**
     * Whether a bind failed because this machine does not have the address (EADDRNOTAVAIL, bind(2)), and not because somebody
     * has the port. Java tells them apart by the system's sentence only.
     */
    static boolean isLacking(BindException failed) {
        String sentence = failed.getMessage();
        return sentence != null && sentence.contains("assign requested address");
    }

    private static InetAddress of(int... numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
