package portzero.reliable;

import java.util.ArrayList;
import java.util.List;

/** A receiver that counts in a long and keeps a list of payloads. */
public class GoBackNReceiver implements Receiver {

    private final PacketCodec codec = new PacketCodec();
    private List<byte[]> pieces = new ArrayList<>();
    private long received;
    private boolean ended;

    @Override
    public void start() {
        pieces = new ArrayList<>();
        received = 0;
        ended = false;
    }

    @Override
    public List<byte[]> receive(byte[] datagram) {
        List<byte[]> answer = new ArrayList<>();
        codec.decode(datagram).ifPresent(packet -> {
            if (packet.kind() == Packet.Kind.ACK) {
                return;
            }
            if (!ended && packet.number() == received % Sender.NUMBERS) {
                received++;
                if (packet.kind() == Packet.Kind.END) {
                    ended = true;
                } else {
                    pieces.add(packet.payload());
                }
            }
            answer.add(codec.encode(new Packet(Packet.Kind.ACK, (int) (received % Sender.NUMBERS), new byte[0])));
        });
        return answer;
    }

    @Override
    public byte[] take() {
        byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        pieces.clear();
        return all;
    }

    @Override
    public boolean ended() {
        return ended;
    }
}
