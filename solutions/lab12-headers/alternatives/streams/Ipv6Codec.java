package portzero.headers;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the fixed header from one stream, and what its length covers from another. */
public class Ipv6Codec implements Ipv6 {

    private static final List<Integer> EXTENSIONS = List.of(0, 43, 44, 60);

    private record Fixed(int first, int next, int hopLimit, byte[] source, byte[] destination, byte[] rest) {}

    private record Chain(List<ExtensionHeader> extensions, int protocol, byte[] payload) {}

    @Override
    public Ipv6Packet parse(byte[] bytes) {
        Fixed fixed = Input.read(bytes, Ipv6Codec::fixed);
        Chain chain = Input.read(fixed.rest(), in -> chain(in, fixed.next()));
        return new Ipv6Packet(
                fixed.first() >> 20 & 0xff,
                fixed.first() & 0xf_ffff,
                fixed.hopLimit(),
                fixed.source(),
                fixed.destination(),
                chain.extensions(),
                chain.protocol(),
                chain.payload());
    }

    private static Fixed fixed(DataInputStream in) throws IOException {
        int first = in.readInt();
        Input.check(first >>> 28 == 6, "version " + (first >>> 28));
        int length = in.readUnsignedShort();
        int next = in.readUnsignedByte();
        int hopLimit = in.readUnsignedByte();
        byte[] source = Input.exactly(in, 16);
        byte[] destination = Input.exactly(in, 16);
        return new Fixed(first, next, hopLimit, source, destination, Input.exactly(in, length));
    }

    private static Chain chain(DataInputStream in, int first) throws IOException {
        List<ExtensionHeader> extensions = new ArrayList<>();
        int next = first;
        while (EXTENSIONS.contains(next)) {
            int type = next;
            next = in.readUnsignedByte();
            int units = in.readUnsignedByte();
            byte[] body = Input.exactly(in, type == 44 ? 6 : 6 + 8 * units);
            extensions.add(new ExtensionHeader(type, body));
            if (type == 44 && (body[0] << 8 | body[1] & 0xf8) != 0) {
                break;
            }
        }
        return new Chain(extensions, next, in.readAllBytes());
    }

    @Override
    public byte[] build(Ipv6Packet packet) {
        List<Integer> numbers = new ArrayList<>();
        packet.extensions().forEach(extension -> numbers.add(extension.type()));
        Input.check(EXTENSIONS.containsAll(numbers), "extension headers " + numbers);
        numbers.add(packet.protocol());
        Output rest = new Output();
        for (int i = 0; i < packet.extensions().size(); i++) {
            byte[] body = packet.extensions().get(i).body();
            Input.check(body.length % 8 == 6, "a body of " + body.length + " bytes");
            Input.check(numbers.get(i) != 44 || body.length == 6, "a fragment header of " + body.length + " bytes");
            rest.number("next header", numbers.get(i + 1), 1)
                    .number("length", body.length / 8, 1)
                    .bytes(body);
        }
        rest.bytes(packet.payload());
        Input.check(packet.flowLabel() >= 0 && packet.flowLabel() < 1 << 20, "flow label " + packet.flowLabel());
        Input.check(packet.trafficClass() >> 8 == 0, "traffic class " + packet.trafficClass());
        return new Output()
                .number("first word", 6L << 28 | packet.trafficClass() << 20 | packet.flowLabel(), 4)
                .number("payload length", rest.size(), 2)
                .number("next header", numbers.get(0), 1)
                .number("hop limit", packet.hopLimit(), 1)
                .bytes("source", packet.source(), 16)
                .bytes("destination", packet.destination(), 16)
                .bytes(rest.done())
                .done();
    }
}
