package portzero.endpoints;

import java.net.InetSocketAddress;

/**
 * The two ends of a TCP connection, which together name it.
 *
 * @param local this side's address and port
 * @param remote the other side's
 */
public record EndpointPair(InetSocketAddress local, InetSocketAddress remote) {}
