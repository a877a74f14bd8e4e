package portzero.endpoints;

public class PortNumbers implements Ports {

    @Override
    public PortRange rangeOf(int port) {
        if (port <= 1023) {
            return PortRange.SYSTEM;
        }
        if (port <= 49151) {
            return PortRange.USER;
        }
        return PortRange.DYNAMIC;
    }
}
