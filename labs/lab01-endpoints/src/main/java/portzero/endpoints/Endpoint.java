package portzero.endpoints;

/**
 * A host and a port. Holds what it is given: whether that is sound is for {@link Notation#parse} to see to.
 *
 * @param host a name, an IPv4 address or an IPv6 address, the last without brackets
 * @param port a port number, 0 to 65535
 */
public record Endpoint(String host, int port) {}
