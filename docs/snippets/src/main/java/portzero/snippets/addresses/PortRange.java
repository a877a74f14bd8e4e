package portzero.snippets.addresses;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A port has 16 bits. */
final class PortRange {
    public static void main(String[] args) {
        // snippet: range
        for (var port : new int[] {0, 65_535, 65_536, -1}) {
            try {
                System.out.println(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
        // end
    }
}
