package portzero.headers;

/**
 * An IPv4 packet without what can be worked out: its version, lengths and checksum. Holds what it is given; whether that is
 * sound is for {@link Ipv4} to see to.
 *
 * @param trafficClass the second byte, once called the type of service: 0 to 255
 * @param identification the same in all fragments of a packet: 0 to 65,535
 * @param fragmentation whether it is a fragment, and whether it may become some
 * @param timeToLive how many routers it may still pass: 0 to 255
 * @param protocol what the payload is: 0 to 255; 6 is TCP and 17 is UDP
 * @param source the address of the sender, 4 bytes
 * @param destination the address of the receiver, 4 bytes
 * @param options the bytes between the fixed header and the payload, all of them and as they are: 0 to 40
 * @param payload what the packet carries
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two of them are equal
public record Ipv4Packet(
        int trafficClass,
        int identification,
        Fragmentation fragmentation,
        int timeToLive,
        int protocol,
        byte[] source,
        byte[] destination,
        byte[] options,
        byte[] payload) {}
