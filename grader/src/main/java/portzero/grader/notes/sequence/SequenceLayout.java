package portzero.grader.notes.sequence;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.ladder.Arrow;
import portzero.grader.ladder.LadderView;
import portzero.grader.ladder.LadderView.Rung;

/** Places the steps of a conversation below one another. As wide as a phone, so that its text can be read there. */
final class SequenceLayout {
    private static final int WIDTH = 360;
    private static final int LEFT = 58;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int TOP = 30;

    /** From the baseline of a label, which stands above its arrow, to the middle of the arrow. */
    private static final int ARROW = 32;

    private static final int SHORT_ARROW = 26;
    private static final int CALL = 24;
    private static final int STATE = 34;
    private static final int BELOW_STATE = 4;

    private final List<Event> events;
    private final List<Rung> rungs = new ArrayList<>();
    private int y = TOP;

    SequenceLayout(List<Event> events) {
        this.events = events;
    }

    LadderView draw(String id, String title, String description) {
        for (var i = 0; i < events.size(); i++) {
            place(events.get(i), i > 0 ? events.get(i - 1) : events.get(i));
        }
        var sides = List.of(new LadderView.Side(LEFT, "client"), new LadderView.Side(RIGHT, "server"));
        return new LadderView(id, WIDTH, y + CALL, TOP - 2, title, description, sides, rungs);
    }

    private void place(Event event, Event before) {
        if (event instanceof Event.Packet packet) {
            y += packet.arrow() == Arrow.ACK ? SHORT_ARROW : ARROW;
            var label = packet.label();
            rungs.add(Rung.arrow(
                    packet.number(),
                    packet.arrow(),
                    x(packet.from()),
                    x(packet.from().other()),
                    y,
                    label,
                    label));
        } else if (event instanceof Event.Call call) {
            y += CALL;
            rungs.add(Rung.note("", x(call.side()), y, call.side() == Side.CLIENT, call.text(), call.text()));
        } else if (event instanceof Event.State state) {
            y += before instanceof Event.State other && other.side() != state.side() ? -BELOW_STATE : STATE;
            rungs.add(Rung.state(x(state.side()), y, state.name()));
            y += BELOW_STATE;
        }
    }

    private static int x(Side side) {
        return side == Side.CLIENT ? LEFT : RIGHT;
    }
}
