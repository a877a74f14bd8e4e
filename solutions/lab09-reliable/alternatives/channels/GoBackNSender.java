package portzero.reliable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A sender that makes a packet when there is room for it, and keeps only those that are outstanding, in a queue. */
public class GoBackNSender implements Sender {

    private final PacketCodec codec = new PacketCodec();
    private final Deque<byte[]> outstanding = new ArrayDeque<>();

    private byte[] data = new byte[0];
    private Settings settings = new Settings(1, 1, 1, 1, 1);
    private TransferState state = TransferState.SENDING;
    private int offset; // of the data that is not in a packet yet
    private boolean endSent;
    private int number; // of the next packet
    private long wait;
    private Optional<Long> alarm = Optional.empty();
    private int silences;

    @Override
    public List<byte[]> start(byte[] data, Settings settings, long now) {
        this.data = data;
        this.settings = settings;
        state = TransferState.SENDING;
        offset = 0;
        endSent = false;
        number = 0;
        outstanding.clear();
        return progress(now);
    }

    private List<byte[]> progress(long now) {
        List<byte[]> fresh = new ArrayList<>();
        while (outstanding.size() < settings.window() && !endSent) {
            byte[] packet = nextPacket();
            outstanding.addLast(packet);
            fresh.add(packet);
        }
        silences = 0;
        wait = settings.timeout();
        alarm = Optional.of(now + wait);
        if (outstanding.isEmpty()) {
            state = TransferState.DONE;
            alarm = Optional.empty();
        }
        return fresh;
    }

    private byte[] nextPacket() {
        int length = Math.min(settings.payload(), data.length - offset);
        byte[] piece = Arrays.copyOfRange(data, offset, offset + length);
        endSent = length == 0;
        byte[] packet = codec.encode(new Packet(endSent ? Packet.Kind.END : Packet.Kind.DATA, number, piece));
        offset += length;
        number = (number + 1) & 0xff;
        return packet;
    }

    @Override
    public List<byte[]> receive(byte[] datagram, long now) {
        Optional<Packet> packet = codec.decode(datagram);
        if (packet.isEmpty() || packet.get().kind() != Packet.Kind.ACK) {
            return List.of();
        }
        int left = (number - packet.get().number()) & 0xff; // how many stay outstanding after this ACK
        if (left >= outstanding.size() || state == TransferState.FAILED) {
            return List.of();
        }
        while (outstanding.size() > left) {
            outstanding.removeFirst();
        }
        return progress(now);
    }

    @Override
    public List<byte[]> tick(long now) {
        if (alarm.isEmpty() || now < alarm.get()) {
            return List.of();
        }
        if (++silences >= settings.attempts()) {
            state = TransferState.FAILED;
            alarm = Optional.empty();
            return List.of();
        }
        wait = Math.min(wait + wait, settings.longestTimeout());
        alarm = Optional.of(now + wait);
        return new ArrayList<>(outstanding);
    }

    @Override
    public Optional<Long> nextTimeout() {
        return alarm;
    }

    @Override
    public TransferState state() {
        return state;
    }
}
