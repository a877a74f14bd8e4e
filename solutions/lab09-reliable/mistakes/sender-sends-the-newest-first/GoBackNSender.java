package portzero.reliable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sender that has all its packets ready, and moves a window over them. */
public class GoBackNSender implements Sender {

    private final PacketCodec codec = new PacketCodec();

    private List<byte[]> packets = List.of();
    private Settings settings = new Settings(1, 1, 1, 1, 1);
    private int oldest; // the index of the oldest outstanding packet, which has its number but for the multiples of 256
    private int next; // the index of the packet that is sent next; those from oldest to before this are outstanding
    private long timeout; // what the timer was started for
    private long due; // when it will have run out
    private int expiries; // in a row
    private boolean failed;

    @Override
    public List<byte[]> start(byte[] data, Settings chosen, long now) {
        settings = chosen;
        packets = packets(data, chosen.payload());
        oldest = 0;
        next = 0;
        failed = false;
        startTimer(now);
        return fillWindow();
    }

    private List<byte[]> packets(byte[] data, int payload) {
        List<byte[]> cut = new ArrayList<>();
        for (int at = 0; at < data.length; at += payload) {
            byte[] piece = Arrays.copyOfRange(data, at, Math.min(data.length, at + payload));
            cut.add(codec.encode(new Packet(Packet.Kind.DATA, cut.size() % NUMBERS, piece)));
        }
        cut.add(codec.encode(new Packet(Packet.Kind.END, cut.size() % NUMBERS, new byte[0])));
        return cut;
    }

    /** The packets for which there is room now. */
    private List<byte[]> fillWindow() {
        int end = Math.min(packets.size(), oldest + settings.window());
        List<byte[]> fresh = List.copyOf(packets.subList(next, end));
        next = end;
        return fresh;
    }

    @Override
    public List<byte[]> receive(byte[] datagram, long now) {
        int acknowledged = codec.decode(datagram)
                .filter(packet -> packet.kind() == Packet.Kind.ACK)
                .map(ack -> Math.floorMod(ack.number() - oldest, NUMBERS))
                .orElse(0);
        if (state() != TransferState.SENDING || acknowledged == 0 || acknowledged > next - oldest) {
            return List.of();
        }
        oldest += acknowledged;
        startTimer(now);
        return fillWindow();
    }

    private void startTimer(long now) {
        timeout = settings.timeout();
        due = now + timeout;
        expiries = 0;
    }

    @Override
    public List<byte[]> tick(long now) {
        if (state() != TransferState.SENDING || now < due) {
            return List.of();
        }
        expiries++;
        if (expiries == settings.attempts()) {
            failed = true;
            return List.of();
        }
        timeout = Math.min(2 * timeout, settings.longestTimeout());
        due = now + timeout;
        List<byte[]> again = new ArrayList<>(packets.subList(oldest, next));
        java.util.Collections.rotate(again, 1);
        return again;
    }

    @Override
    public Optional<Long> nextTimeout() {
        return state() == TransferState.SENDING ? Optional.of(due) : Optional.empty();
    }

    @Override
    public TransferState state() {
        if (failed) {
            return TransferState.FAILED;
        }
        return oldest == packets.size() ? TransferState.DONE : TransferState.SENDING;
    }
}
