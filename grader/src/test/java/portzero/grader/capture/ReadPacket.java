package portzero.grader.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a packet of a capture file says, read by rules of its own. Its checksums are right, or it is none.
 *
 * @param from address in hexadecimal digits and port
 * @param to the same
 * @param tcp whether it is a TCP segment, and not a UDP datagram
 * @param flags those of TCP: {@code S}, {@code SA}, {@code PA} …
 * @param sequence its first sequence number
 * @param acknowledgement the next one that it expects
 * @param payload in hexadecimal digits, as much as was captured
 * @param length of the payload
 * @param outbound whether the test sent it
 * @param comments on it
 */
public record ReadPacket(
        String from,
        String to,
        boolean tcp,
        String flags,
        int sequence,
        int acknowledgement,
        String payload,
        int length,
        boolean outbound,
        List<String> comments) {

    /** Its connection, the same for both directions. */
    public String flow() {
        return from.compareTo(to) < 0 ? from + " " + to : to + " " + from;
    }

    /** How many sequence numbers it takes up. */
    public int size() {
        return length + (flags.contains("S") ? 1 : 0) + (flags.contains("F") ? 1 : 0);
    }

    static ReadPacket of(byte[] captured, int length, boolean outbound, List<String> comments) {
        var packet = ByteBuffer.wrap(captured);
        var isIpv6 = captured[0] >> 4 == 6;
        var header = isIpv6 ? 40 : 20;
        var address = isIpv6 ? 16 : 4;
        var content = Short.toUnsignedInt(packet.getShort(isIpv6 ? 4 : 2)) - (isIpv6 ? 0 : 20);
        assertThat(content + header).as("length in the IP header").isEqualTo(length);
        if (!isIpv6) {
            assertThat(sum(captured, 0, header)).as("checksum of the IP header").isEqualTo(0xffff);
        }
        var addresses = isIpv6 ? 8 : 12;
        var protocol = captured[isIpv6 ? 6 : 9];
        var tcp = protocol == 6;
        assertThat(tcp || protocol == 17).isTrue();
        var start = header + (tcp ? (captured[header + 12] >> 4 & 0xf) * 4 : 8);
        if (captured.length == length) {
            var sum = sum(captured, addresses, length) + protocol + content;
            assertThat(sum % 0xffff).as("checksum of TCP or UDP").isZero();
        }
        if (!tcp) {
            assertThat(packet.getShort(header + 6))
                    .as("the checksum, 0 for none")
                    .isNotZero();
        }
        return new ReadPacket(
                endpoint(captured, addresses, address, packet.getShort(header)),
                endpoint(captured, addresses + address, address, packet.getShort(header + 2)),
                tcp,
                tcp ? flags(captured[header + 13]) : "",
                tcp ? packet.getInt(header + 4) : 0,
                tcp ? packet.getInt(header + 8) : 0,
                HexFormat.of().formatHex(captured, start, captured.length),
                length - start,
                outbound,
                comments);
    }

    private static String endpoint(byte[] packet, int at, int size, short port) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(packet, at, at + size)) + ":" + Short.toUnsignedInt(port);
    }

    private static String flags(byte bits) {
        var flags = new StringBuilder();
        for (var i = 0; i < 5; i++) {
            flags.append((bits >> i & 1) == 0 ? "" : "FSRPA".substring(i, i + 1));
        }
        return flags.toString();
    }

    private static int sum(byte[] bytes, int from, int to) {
        var sum = 0L;
        for (var i = from; i < to; i++) {
            sum += (long) (bytes[i] & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        return (int) (sum % 0xffff) == 0 && sum > 0 ? 0xffff : (int) (sum % 0xffff);
    }
}
