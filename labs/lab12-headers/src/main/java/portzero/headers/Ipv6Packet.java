package portzero.headers;

import java.util.List;

/**
 * An IPv6 packet without what can be worked out: its version and payload length. Holds what it is given.
 *
 * @param trafficClass 0 to 255
 * @param flowLabel the same in all packets of a flow: 0 to 1,048,575
 * @param hopLimit how many routers it may still pass: 0 to 255
 * @param source the address of the sender, 16 bytes
 * @param destination the address of the receiver, 16 bytes
 * @param extensions the extension headers, in their order
 * @param protocol what the payload is: 0 to 255; the next header of the last header there is
 * @param payload what the packet carries behind all headers
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record Ipv6Packet(
        int trafficClass,
        int flowLabel,
        int hopLimit,
        byte[] source,
        byte[] destination,
        List<ExtensionHeader> extensions,
        int protocol,
        byte[] payload) {}
