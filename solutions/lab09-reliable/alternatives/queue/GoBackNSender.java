package portzero.reliable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A sender with two counters that never wrap; only what goes on the wire is cut to a byte. */
public class GoBackNSender implements Sender {

    private final PacketCodec codec = new PacketCodec();
    private byte[] data;
    private Settings settings;
    private long total; // packets
    private long acknowledged;
    private long sent;
    private long timerStart = -1;
    private long timerLength;
    private int timeouts;

    @Override
    public List<byte[]> start(byte[] data, Settings settings, long now) {
        this.data = data;
        this.settings = settings;
        total = (data.length + settings.payload() - 1) / settings.payload() + 1;
        acknowledged = 0;
        sent = Math.min(total, settings.window());
        restart(now);
        return packets(0, sent);
    }

    private void restart(long now) {
        timeouts = 0;
        timerLength = settings.timeout();
        timerStart = now;
    }

    private List<byte[]> packets(long from, long to) {
        List<byte[]> some = new ArrayList<>();
        for (long i = from; i < to; i++) {
            some.add(packet(i));
        }
        return some;
    }

    private byte[] packet(long index) {
        int number = (int) (index % NUMBERS);
        if (index == total - 1) {
            return codec.encode(new Packet(Packet.Kind.END, number, new byte[0]));
        }
        int from = (int) index * settings.payload();
        int to = Math.min(data.length, from + settings.payload());
        return codec.encode(new Packet(Packet.Kind.DATA, number, Arrays.copyOfRange(data, from, to)));
    }

    @Override
    public List<byte[]> receive(byte[] datagram, long now) {
        if (state() != TransferState.SENDING) {
            return List.of();
        }
        Packet packet = codec.decode(datagram).orElse(null);
        if (packet == null || packet.kind() != Packet.Kind.ACK) {
            return List.of();
        }
        for (long candidate = acknowledged + 1; candidate <= sent; candidate++) {
            if (candidate % NUMBERS == packet.number()) {
                acknowledged = candidate;
                restart(now);
                long before = sent;
                sent = Math.min(total, acknowledged + settings.window());
                return packets(before, sent);
            }
        }
        return List.of();
    }

    @Override
    public List<byte[]> tick(long now) {
        if (nextTimeout().isEmpty() || now < nextTimeout().get()) {
            return List.of();
        }
        timeouts++;
        if (state() == TransferState.FAILED) {
            return List.of();
        }
        timerStart = now;
        timerLength = Math.min(settings.longestTimeout(), timerLength * 2);
        return packets(acknowledged, sent);
    }

    @Override
    public Optional<Long> nextTimeout() {
        return state() == TransferState.SENDING ? Optional.of(timerStart + timerLength) : Optional.empty();
    }

    @Override
    public TransferState state() {
        if (acknowledged == total) {
            return TransferState.DONE;
        }
        return timeouts >= settings.attempts() ? TransferState.FAILED : TransferState.SENDING;
    }
}
