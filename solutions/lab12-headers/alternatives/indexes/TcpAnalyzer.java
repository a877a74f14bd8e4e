package portzero.headers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** First collects the segments of the connection, then looks at them again for each question. */
public class TcpAnalyzer implements Analyzer {

    private record Found(byte[] from, byte[] to, TcpSegment tcp) {

        boolean has(TcpFlag flag) {
            return tcp.flags().contains(flag);
        }

        boolean isLike(Found other) {
            return Arrays.equals(from, other.from)
                    && Arrays.equals(to, other.to)
                    && tcp.sourcePort() == other.tcp.sourcePort()
                    && tcp.destinationPort() == other.tcp.destinationPort();
        }

        boolean answers(Found other) {
            return Arrays.equals(from, other.to)
                    && Arrays.equals(to, other.from)
                    && tcp.sourcePort() == other.tcp.destinationPort()
                    && tcp.destinationPort() == other.tcp.sourcePort();
        }
    }

    @Override
    public TcpConnection analyze(List<byte[]> packets) {
        List<Found> all = new ArrayList<>();
        for (byte[] packet : packets) {
            Found found;
            try {
                found = find(packet);
            } catch (IllegalArgumentException broken) {
                continue;
            }
            boolean opens = found.has(TcpFlag.SYN) && !found.has(TcpFlag.ACK);
            if (all.isEmpty() ? opens : found.isLike(all.get(0)) || found.answers(all.get(0))) {
                all.add(found);
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no SYN in " + packets.size() + " packets");
        }
        List<SegmentSummary> summaries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            summaries.add(summary(all.subList(0, i + 1)));
        }
        return new TcpConnection(summaries, ending(summaries, all));
    }

    private static Found find(byte[] packet) {
        byte[] from;
        byte[] to;
        byte[] payload;
        int protocol;
        boolean part;
        if (packet.length > 0 && (packet[0] & 0xf0) == 0x60) {
            Ipv6Packet ip = new Ipv6Codec().parse(packet);
            from = ip.source();
            to = ip.destination();
            payload = ip.payload();
            protocol = ip.protocol();
            part = false;
            for (ExtensionHeader header : ip.extensions()) {
                byte[] body = header.body();
                part |= header.type() == 44 && (body[0] != 0 || (body[1] & 0xf9) != 0);
            }
        } else {
            Ipv4Packet ip = new Ipv4Codec().parse(packet);
            from = ip.source();
            to = ip.destination();
            payload = ip.payload();
            protocol = ip.protocol();
            part = ip.fragmentation().moreFragments() || ip.fragmentation().offset() > 0;
        }
        if (protocol != 6 || part) {
            throw new IllegalArgumentException("no TCP, or no whole packet");
        }
        return new Found(from, to, new TcpCodec().parse(payload));
    }

    /** What is to be said of the last of these segments. */
    private static SegmentSummary summary(List<Found> seen) {
        Found first = seen.get(0);
        Found last = seen.get(seen.size() - 1);
        long sequence = 0;
        long acknowledgment = 0;
        for (int i = seen.size() - 1; i >= 0; i--) { // backwards: the earliest has the last word
            Found each = seen.get(i);
            if (each.isLike(last)) {
                sequence = mod(last.tcp.sequence() - each.tcp.sequence());
            } else if (last.has(TcpFlag.ACK)) {
                acknowledgment = mod(last.tcp.acknowledgment() - each.tcp.sequence());
            }
        }
        Side side = last.isLike(first) ? Side.CLIENT : Side.SERVER;
        return new SegmentSummary(side, kind(last), sequence, acknowledgment, last.tcp.payload().length);
    }

    private static long mod(long difference) {
        return Math.floorMod(difference, 1L << 32);
    }

    private static SegmentKind kind(Found found) {
        if (found.has(TcpFlag.RST)) {
            return SegmentKind.RST;
        } else if (found.has(TcpFlag.SYN) && found.has(TcpFlag.ACK)) {
            return SegmentKind.SYN_ACK;
        } else if (found.has(TcpFlag.SYN)) {
            return SegmentKind.SYN;
        } else if (found.has(TcpFlag.FIN)) {
            return SegmentKind.FIN;
        }
        return found.tcp.payload().length == 0 ? SegmentKind.ACK : SegmentKind.DATA;
    }

    private static Ending ending(List<SegmentSummary> summaries, List<Found> all) {
        int fins = 0;
        int acknowledged = 0;
        for (Side side : Side.values()) {
            boolean fin = false;
            boolean done = false;
            long number = 0;
            for (int i = 0; i < all.size(); i++) {
                SegmentSummary each = summaries.get(i);
                if (each.kind() == SegmentKind.RST) {
                    return Ending.RESET;
                }
                if (each.sender() == side && all.get(i).has(TcpFlag.FIN)) {
                    fin = true;
                    number = each.sequence() + each.length();
                } else if (each.sender() != side && fin && all.get(i).has(TcpFlag.ACK)) {
                    done |= each.acknowledgment() > number;
                }
            }
            fins += fin ? 1 : 0;
            acknowledged += done ? 1 : 0;
        }
        return fins == 0 ? Ending.OPEN : acknowledged == 2 ? Ending.CLOSED : Ending.CLOSING;
    }
}
