package portzero.endpoints;

/** The ranges of ports, as RFC 6335 draws them in its section 6. */
public class PortNumbers implements Ports {

    private static final int FIRST_USER = 1024;
    private static final int FIRST_DYNAMIC = 49_152; // 1100 0000 0000 0000 in binary
    private static final int LAST = 65_535;

    @Override
    public PortRange rangeOf(int port) {
        if (port < 0 || port > LAST) {
            throw new IllegalArgumentException("A port must be 0–" + LAST);
        }
        if (port < FIRST_USER) {
            return PortRange.SYSTEM;
        }
        return port < FIRST_DYNAMIC ? PortRange.USER : PortRange.DYNAMIC;
    }
}
