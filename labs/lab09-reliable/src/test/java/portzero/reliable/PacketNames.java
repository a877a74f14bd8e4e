package portzero.reliable;

import java.util.List;

/** What packets are called in the tests and in the stories that they tell: {@code DATA 3}. */
final class PacketNames {

    private static final List<String> KINDS = List.of("DATA", "ACK", "END");

    private PacketNames() {}

    static String of(byte[] packet) {
        if (packet.length < 2 || packet[0] < 1 || packet[0] > KINDS.size()) {
            return "no packet";
        }
        return KINDS.get(packet[0] - 1) + " " + Byte.toUnsignedInt(packet[1]);
    }

    static List<String> of(List<byte[]> packets) {
        return packets.stream().map(PacketNames::of).toList();
    }
}
