package portzero.discovery;

import java.io.IOException;
import java.net.NetworkInterface;

/** Finds network interfaces by their names. */
final class Interfaces {

    private Interfaces() {}

    /** Never null, unlike what {@link NetworkInterface#getByName} returns. */
    static NetworkInterface named(String name) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(name);
        if (found == null) {
            throw new IOException("there is no network interface " + name);
        }
        return found;
    }
}
