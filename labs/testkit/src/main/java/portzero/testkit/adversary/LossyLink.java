package portzero.testkit.adversary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.trace.Trace;
import portzero.testkit.trace.TraceEvent;

/**
 * A link between two sides on which a schedule decides about each datagram. Every decision is a step of the story.
 *
 * <p>A delayed datagram is held until others have come, never for a time; one that nothing follows is as good as lost.
 * Thread-safe.
 */
public final class LossyLink {

    private static final String ADVERSARY = "adversary";

    private final FaultSchedule schedule;
    private final Trace trace;
    private final Function<byte[], String> name;
    private final Map<Direction, Lane> lanes = new EnumMap<>(Direction.class);
    private final List<Fault> faults = new ArrayList<>();

    /** One direction: how many have come, and which of them wait. */
    private static final class Lane {
        private final List<Held> held = new ArrayList<>();
        private int count;
    }

    /** A datagram that waits for others to come first. */
    private static final class Held {
        private final byte[] datagram;
        private int missing;

        Held(byte[] datagram, int missing) {
            this.datagram = datagram;
            this.missing = missing;
        }
    }

    /**
     * @param trace where each decision is told
     * @param name what the story calls a datagram, {@code DATA 3}
     */
    LossyLink(FaultSchedule schedule, Trace trace, Function<byte[], String> name) {
        this.schedule = schedule;
        this.trace = trace;
        this.name = name;
    }

    /** Sends one datagram across; returns what arrives now, in order: nothing, itself, or others that it lets go. */
    public synchronized List<byte[]> pass(Direction direction, byte[] datagram) {
        Lane lane = lane(direction);
        lane.count++;
        List<byte[]> arriving = new ArrayList<>();
        Optional<Fault> fault = schedule.fault(direction, lane.count);
        if (fault.isPresent()) {
            faults.add(fault.get());
            tell(direction, datagram, fault.get().toString());
            apply(fault.get(), datagram, arriving);
        } else {
            tell(
                    direction,
                    datagram,
                    "the " + direction.from() + "'s " + Fault.ordinal(lane.count) + " datagram passes");
            arriving.add(datagram);
        }
        release(lane, arriving);
        if (fault.isPresent() && fault.get().kind() == Fault.Kind.DELAY) {
            lane.held.add(new Held(datagram, fault.get().amount()));
        }
        return arriving;
    }

    private static void apply(Fault fault, byte[] datagram, List<byte[]> arriving) {
        switch (fault.kind()) {
            case LOSS, DELAY -> {} // nothing arrives now
            case DUPLICATION -> arriving.addAll(List.of(datagram, datagram.clone()));
            case CORRUPTION -> arriving.add(flipped(datagram, fault.amount()));
        }
    }

    private static byte[] flipped(byte[] datagram, int bit) {
        byte[] damaged = datagram.clone();
        if (damaged.length > 0) {
            damaged[bit / Byte.SIZE % damaged.length] ^= (byte) (1 << bit % Byte.SIZE);
        }
        return damaged;
    }

    private void release(Lane lane, List<byte[]> arriving) {
        for (Held held : List.copyOf(lane.held)) {
            held.missing--;
            if (held.missing == 0) {
                lane.held.remove(held);
                arriving.add(held.datagram);
            }
        }
    }

    private void tell(Direction direction, byte[] datagram, String what) {
        String called = DisplayText.line(name.apply(datagram));
        trace.add(
                TraceEvent.Kind.DATAGRAM,
                direction.from(),
                direction.to(),
                ADVERSARY + ": " + what + ", " + called,
                called);
    }

    /** How many datagrams have been sent in a direction, whatever has become of them. */
    public synchronized int sent(Direction direction) {
        return lane(direction).count;
    }

    /** The faults that have happened so far. */
    public synchronized List<Fault> faults() {
        return List.copyOf(faults);
    }

    private Lane lane(Direction direction) {
        return lanes.computeIfAbsent(direction, none -> new Lane());
    }
}
