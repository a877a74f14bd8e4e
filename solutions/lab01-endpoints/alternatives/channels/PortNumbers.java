package portzero.endpoints;

/** Looks at the bits: a port has 16, and the two highest of a dynamic port are set. */
public class PortNumbers implements Ports {

    @Override
    public PortRange rangeOf(int port) {
        if (port >>> 16 != 0) {
            throw new IllegalArgumentException(port + " is no port: it does not fit into 16 bits without a sign");
        }
        if (port >>> 10 == 0) {
            return PortRange.SYSTEM;
        }
        return port >>> 14 == 3 ? PortRange.DYNAMIC : PortRange.USER;
    }
}
