package portzero.endpoints;

public class PortNumbers implements Ports {

    @Override
    public PortRange rangeOf(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (port <= 1023) {
            return PortRange.SYSTEM;
        }
        return PortRange.DYNAMIC;
    }
}
