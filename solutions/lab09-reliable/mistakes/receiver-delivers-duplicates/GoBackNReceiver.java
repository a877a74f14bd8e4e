package portzero.reliable;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** A receiver that takes the packet whose turn it is, and no other. */
public class GoBackNReceiver implements Receiver {

    private final PacketCodec codec = new PacketCodec();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private int wanted;
    private boolean ended;

    @Override
    public void start() {
        taken.reset();
        wanted = 0;
        ended = false;
    }

    @Override
    public List<byte[]> receive(byte[] datagram) {
        return codec.decode(datagram)
                .filter(packet -> packet.kind() != Packet.Kind.ACK)
                .map(this::acknowledge)
                .map(List::of)
                .orElse(List.of());
    }

    private byte[] acknowledge(Packet packet) {
        if (Math.floorMod(wanted - packet.number(), Sender.NUMBERS) == 1) {
            taken.writeBytes(packet.payload());
        }
        if (packet.number() == wanted) {
            taken.writeBytes(packet.payload());
            wanted = (wanted + 1) % Sender.NUMBERS;
            ended = packet.kind() == Packet.Kind.END;
        }
        return codec.encode(new Packet(Packet.Kind.ACK, wanted, new byte[0]));
    }

    @Override
    public byte[] take() {
        byte[] data = taken.toByteArray();
        taken.reset();
        return data;
    }

    @Override
    public boolean ended() {
        return ended;
    }
}
