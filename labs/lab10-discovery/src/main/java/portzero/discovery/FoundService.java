package portzero.discovery;

import java.net.InetSocketAddress;

/**
 * A service that has answered.
 *
 * @param name what it is called
 * @param address where it is: the address that its answer came from, with the port that is in the answer
 */
public record FoundService(String name, InetSocketAddress address) {}
