package portzero.headers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows all connections at once, by the text of their endpoints, and returns the first. */
public class TcpAnalyzer implements Analyzer {

    /** One side of a connection, and what the other has said to it. */
    private static final class End {

        private final Side side;
        private long first = -1;
        private long fin = -1;
        private boolean finSeen;

        End(Side side) {
            this.side = side;
        }

        long count(long number) {
            return number - first & 0xffff_ffffL;
        }
    }

    private static final class Dialogue {

        private final List<SegmentSummary> segments = new ArrayList<>();
        private final End client = new End(Side.CLIENT);
        private final End server = new End(Side.SERVER);
        private boolean reset;

        void add(End from, End to, TcpSegment tcp) {
            if (from.first < 0) {
                from.first = tcp.sequence();
            }
            int length = tcp.payload().length;
            long sequence = from.count(tcp.sequence());
            boolean acknowledges = tcp.flags().contains(TcpFlag.ACK) && to.first >= 0;
            long acknowledgment = acknowledges ? to.count(tcp.acknowledgment()) : 0;
            reset |= tcp.flags().contains(TcpFlag.RST);
            to.finSeen |= to.fin >= 0 && acknowledges && acknowledgment > to.fin;
            if (tcp.flags().contains(TcpFlag.FIN)) {
                from.fin = sequence + length;
            }
            segments.add(new SegmentSummary(from.side, kind(tcp), sequence, acknowledgment, length));
        }

        TcpConnection result() {
            Ending ending = client.fin < 0 && server.fin < 0 ? Ending.OPEN : Ending.CLOSING;
            if (client.finSeen && server.finSeen) {
                ending = Ending.CLOSED;
            }
            return new TcpConnection(segments, reset ? Ending.RESET : ending);
        }
    }

    @Override
    public TcpConnection analyze(List<byte[]> packets) {
        Map<String, Dialogue> dialogues = new HashMap<>();
        List<Dialogue> inOrder = new ArrayList<>();
        for (byte[] packet : packets) {
            try {
                take(packet, dialogues, inOrder);
            } catch (IllegalArgumentException unsound) {
                // passed over
            }
        }
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("nobody opens a connection in this capture");
        }
        return inOrder.get(0).result();
    }

    private static void take(byte[] packet, Map<String, Dialogue> dialogues, List<Dialogue> inOrder) {
        if (packet.length == 0) {
            return;
        }
        switch (packet[0] >> 4) {
            case 4 -> {
                Ipv4Packet ip = new Ipv4Codec().parse(packet);
                Fragmentation fragmentation = ip.fragmentation();
                if (ip.protocol() == 6 && !fragmentation.moreFragments() && fragmentation.offset() == 0) {
                    take(text(ip.source()), text(ip.destination()), ip.payload(), dialogues, inOrder);
                }
            }
            case 6 -> {
                Ipv6Packet ip = new Ipv6Codec().parse(packet);
                if (ip.protocol() == 6 && ip.extensions().stream().noneMatch(TcpAnalyzer::cuts)) {
                    take(text(ip.source()), text(ip.destination()), ip.payload(), dialogues, inOrder);
                }
            }
            default -> {
                // some other protocol
            }
        }
    }

    private static boolean cuts(ExtensionHeader extension) {
        byte[] body = extension.body();
        return extension.type() == 44 && (body[0] << 8 & 0xff00 | body[1] & 0xf9) != 0;
    }

    private static String text(byte[] address) {
        return address.length + ":" + new BigInteger(address).toString(16);
    }

    private static void take(
            String from, String to, byte[] payload, Map<String, Dialogue> dialogues, List<Dialogue> inOrder) {
        TcpSegment tcp = new TcpCodec().parse(payload);
        String forth = from + " " + tcp.sourcePort() + " > " + to + " " + tcp.destinationPort();
        String back = to + " " + tcp.destinationPort() + " > " + from + " " + tcp.sourcePort();
        if (dialogues.containsKey(back)) {
            Dialogue dialogue = dialogues.get(back);
            dialogue.add(dialogue.server, dialogue.client, tcp);
            return;
        }
        boolean opens = tcp.flags().contains(TcpFlag.SYN) && !tcp.flags().contains(TcpFlag.ACK);
        if (opens && !dialogues.containsKey(forth)) {
            dialogues.put(forth, new Dialogue());
            inOrder.add(dialogues.get(forth));
        }
        Dialogue dialogue = dialogues.get(forth);
        if (dialogue != null) {
            dialogue.add(dialogue.client, dialogue.server, tcp);
        }
    }

    private static SegmentKind kind(TcpSegment tcp) {
        List<TcpFlag> flags = tcp.flags();
        if (flags.contains(TcpFlag.RST)) {
            return SegmentKind.RST;
        }
        if (flags.contains(TcpFlag.SYN)) {
            return flags.contains(TcpFlag.ACK) ? SegmentKind.SYN_ACK : SegmentKind.SYN;
        }
        if (flags.contains(TcpFlag.FIN)) {
            return SegmentKind.FIN;
        }
        return tcp.payload().length > 0 ? SegmentKind.DATA : SegmentKind.ACK;
    }
}
