package portzero.grader.notes.sequence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import portzero.grader.ladder.Arrow;

/** Reads what {@code tcpdump -n -t} prints of one conversation, line by line. */
final class Capture {
    private static final String START = "\\s*(?:(?<number>\\d+) +)?IP6? (?<from>\\S+) > (?<to>\\S+): ";
    private static final Pattern TCP =
            Pattern.compile(START + "Flags \\[(?<flags>[SFRPUEW.]+)\\], (?<rest>.*)length (?<length>\\d+)");
    private static final Pattern UDP = Pattern.compile(START + "UDP, length (?<length>\\d+)");
    private static final Pattern UNREACHABLE =
            Pattern.compile(START + "ICMP \\S+ udp port (?<port>\\d+) unreachable, length \\d+");
    private static final Pattern SEQUENCE = Pattern.compile("seq (\\d+)(?::(\\d+))?,");
    private static final Pattern ACKNOWLEDGED = Pattern.compile("ack (\\d+),");

    private @Nullable String client;
    private @Nullable String server;

    /** What the line says; none if it is no packet of this conversation. */
    Optional<Event.Packet> read(String line) {
        var tcp = TCP.matcher(line);
        if (tcp.matches()) {
            return packet(tcp, arrow(tcp), label(tcp));
        }
        var udp = UDP.matcher(line);
        if (udp.matches()) {
            return packet(udp, Arrow.DATAGRAM, "UDP, " + bytes(udp));
        }
        var unreachable = UNREACHABLE.matcher(line);
        return unreachable.matches() ? unreachable(unreachable) : Optional.empty();
    }

    private Optional<Event.Packet> packet(Matcher line, Arrow arrow, String label) {
        var from = line.group("from");
        var to = line.group("to");
        if (client == null || server == null) {
            client = from;
            server = to;
        }
        if (from.equals(client) && to.equals(server)) {
            return Optional.of(new Event.Packet(number(line), Side.CLIENT, arrow, label));
        }
        return from.equals(server) && to.equals(client)
                ? Optional.of(new Event.Packet(number(line), Side.SERVER, arrow, label))
                : Optional.empty();
    }

    /** The message comes from the machine that the lost datagram had been sent to. */
    private Optional<Event.Packet> unreachable(Matcher line) {
        return server != null && server.endsWith("." + line.group("port"))
                ? Optional.of(new Event.Packet(number(line), Side.SERVER, Arrow.ERROR, "port unreachable"))
                : Optional.empty();
    }

    private static Arrow arrow(Matcher tcp) {
        var flags = tcp.group("flags");
        if (flags.contains("R")) {
            return Arrow.RESET;
        } else if (flags.contains("S")) {
            return Arrow.CONNECT;
        } else if (flags.contains("F")) {
            return Arrow.END;
        }
        return tcp.group("length").equals("0") ? Arrow.ACK : Arrow.DATA;
    }

    /** The words beside the tag; with the numbers of the bytes if the lines are numbered, and may be compared. */
    private static String label(Matcher tcp) {
        var detailed = !number(tcp).isEmpty();
        return switch (arrow(tcp)) {
            case CONNECT -> tcp.group("flags").contains(".") ? "SYN, ACK" : "SYN";
            case ACK -> detailed ? "ACK " + found(ACKNOWLEDGED, tcp, 1) : "ACK";
            case DATA -> detailed ? bytes(tcp) + ", seq " + found(SEQUENCE, tcp, 1) + " to " + last(tcp) : bytes(tcp);
            case END -> detailed ? "seq " + found(SEQUENCE, tcp, 1) : withData(tcp);
            default -> "";
        };
    }

    private static String withData(Matcher tcp) {
        return tcp.group("length").equals("0") ? "" : "with " + bytes(tcp);
    }

    /** tcpdump names the byte behind the last one. */
    private static String last(Matcher tcp) {
        return String.valueOf(Long.parseLong(found(SEQUENCE, tcp, 2)) - 1);
    }

    private static String found(Pattern what, Matcher tcp, int group) {
        var found = what.matcher(tcp.group("rest"));
        return found.find() && found.group(group) != null ? found.group(group) : "0";
    }

    private static String bytes(Matcher line) {
        var length = line.group("length");
        return length + (length.equals("1") ? " byte" : " bytes");
    }

    private static String number(Matcher line) {
        var number = line.group("number");
        return number == null ? "" : number;
    }
}
