package portzero.grader.notes.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import portzero.grader.ladder.LadderView;

/**
 * A recorded conversation between a client and a server: the calls of both sides ({@code client: close()}), the states
 * of their sockets ({@code client is TIME-WAIT}), and what tcpdump printed of the packets, in this order. Of a session of
 * commands only what tcpdump printed at its end counts.
 */
public final class Conversation {
    private static final Pattern CALL = Pattern.compile("(client|server): (.+)");
    private static final Pattern STATE = Pattern.compile("(client|server) is ("
            + "CLOSED|LISTEN|SYN-SENT|SYN-RECEIVED|ESTABLISHED|FIN-WAIT-[12]|CLOSE-WAIT|CLOSING|LAST-ACK|TIME-WAIT)");
    private static final Pattern CAPTURING = Pattern.compile("\\$ tcpdump .*");

    private final List<Event> events;

    private Conversation(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /**
     * Reads a recording.
     *
     * @throws MalformedRecordingException if a line is none of these, or no packet is among them
     */
    public static Conversation read(List<String> lines) throws MalformedRecordingException {
        var capture = new Capture();
        var events = new ArrayList<Event>();
        for (var i = first(lines); i < lines.size(); i++) {
            var line = lines.get(i);
            var event = event(line, capture);
            if (event.isEmpty()) {
                throw new MalformedRecordingException(
                        i + 1, "“%s” is no call, no state and no packet of this conversation.".formatted(line));
            }
            events.add(event.get());
        }
        if (events.stream().noneMatch(Event.Packet.class::isInstance)) {
            throw new MalformedRecordingException(1, "No packet was recorded.");
        }
        return new Conversation(events);
    }

    /** Every step in words, in order. */
    public List<String> sentences() {
        return events.stream().map(Event::sentence).toList();
    }

    /**
     * The conversation as a drawing.
     *
     * @param id unique on the page
     * @param title what it shows
     */
    public LadderView draw(String id, String title) {
        return new SequenceLayout(events).draw(id, title, String.join(" ", sentences()));
    }

    /** Where the steps begin: in a session of commands, behind the last one. */
    private static int first(List<String> lines) {
        var first = 0;
        for (var i = 0; i < lines.size(); i++) {
            if (CAPTURING.matcher(lines.get(i)).matches()) {
                first = i + 1;
            }
        }
        return first;
    }

    private static Optional<? extends Event> event(String line, Capture capture) {
        var state = STATE.matcher(line);
        if (state.matches()) {
            return Optional.of(new Event.State(Side.named(state.group(1)), state.group(2)));
        }
        var call = CALL.matcher(line);
        return call.matches()
                ? Optional.of(new Event.Call(Side.named(call.group(1)), call.group(2)))
                : capture.read(line);
    }
}
