package portzero.endpoints;

/** The numbers of ports. */
public interface Ports {

    /**
     * The range that a port belongs to.
     *
     * @param port a number that may be a port, 0 to 65535. Port 0 is reserved and counts as a system port
     * @throws IllegalArgumentException if the number is no port. Its message has the number
     */
    PortRange rangeOf(int port);
}
