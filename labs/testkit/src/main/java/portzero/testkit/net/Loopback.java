package portzero.testkit.net;

import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The two loopback addresses, by number: a name would have to be looked up, and may mean either of them. */
final class Loopback {

    /** 127.0.0.1. */
    static final InetAddress IPV4 = of(127, 0, 0, 1);

    /** ::1 (RFC 4291 section 2.5.3). */
    static final InetAddress IPV6 = of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private Loopback() {}

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
