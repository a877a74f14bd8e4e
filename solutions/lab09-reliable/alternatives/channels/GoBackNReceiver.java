package portzero.reliable;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A receiver that keeps packets which come too early, until those before them have come. */
public class GoBackNReceiver implements Receiver {

    private final PacketCodec codec = new PacketCodec();
    private final Map<Integer, Packet> early = new HashMap<>();
    private ByteArrayOutputStream ready = new ByteArrayOutputStream();
    private int wanted;
    private boolean ended;

    @Override
    public void start() {
        early.clear();
        ready = new ByteArrayOutputStream();
        wanted = 0;
        ended = false;
    }

    @Override
    public List<byte[]> receive(byte[] datagram) {
        Optional<Packet> decoded = codec.decode(datagram);
        if (decoded.isEmpty() || decoded.get().kind() == Packet.Kind.ACK) {
            return List.of();
        }
        Packet packet = decoded.get();
        int ahead = (packet.number() - wanted) & 0xff;
        if (ahead < Sender.MAX_WINDOW && !ended) {
            early.put(packet.number(), packet);
        }
        for (Packet next = early.remove(wanted); next != null; next = early.remove(wanted)) {
            ready.writeBytes(next.payload());
            ended |= next.kind() == Packet.Kind.END;
            wanted = (wanted + 1) & 0xff;
        }
        return List.of(codec.encode(new Packet(Packet.Kind.ACK, wanted, new byte[0])));
    }

    @Override
    public byte[] take() {
        ByteArrayOutputStream all = ready;
        ready = new ByteArrayOutputStream();
        return all.toByteArray();
    }

    @Override
    public boolean ended() {
        return ended;
    }
}
