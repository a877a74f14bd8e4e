package portzero.grader.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portzero.testkit.trace.DisplayText;
import portzero.testkit.wire.Flow;
import portzero.testkit.wire.Transport;
import portzero.testkit.wire.WireEvent;
import portzero.testkit.wire.WireLog;

/** The packets of one test after another, each later than the one before. */
final class PacketSequence {
    private final long start;
    private final List<CapturedPacket> packets = new ArrayList<>();
    private long last = -1;
    private int flows;

    /** @param start when the capture began, in {@link System#nanoTime()} */
    PacketSequence(long start) {
        this.start = start;
    }

    List<CapturedPacket> packets() {
        return List.copyOf(packets);
    }

    /**
     * Adds what one test saw.
     *
     * @param title what the first packet says about the test
     */
    void add(WireLog log, String title) {
        var events = log.events();
        var unacknowledged = unacknowledged(events);
        Map<Flow, FlowPackets> open = new HashMap<>();
        List<CapturedPacket> first = new ArrayList<>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var flow = open.computeIfAbsent(event.flow(), one -> FlowPackets.of(one, ++flows));
            var at = packets.size();
            packets.addAll(flow.of(event, !unacknowledged.contains(i), () -> later(event.time())));
            first.add(packets.get(at));
        }
        if (!first.isEmpty()) {
            first.get(0).comment(title);
            new StepComments(events, first).add(log);
            remark(events, first);
        }
    }

    /** That time since the start, or if need be the next moment after the packet before. */
    private long later(long time) {
        last = Math.max(last + 1, time - start);
        return last;
    }

    /** What the other side answered with a reset, at once: that is no acknowledgement. */
    private static Set<Integer> unacknowledged(List<WireEvent> events) {
        Set<Integer> found = new HashSet<>();
        Map<Flow, Integer> previous = new HashMap<>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var before = previous.put(event.flow(), i);
            if (before != null
                    && event.kind() == WireEvent.Kind.RESET
                    && events.get(before).byTest() != event.byTest()) {
                found.add(before);
            }
        }
        return found;
    }

    /** Says where something is not as it was. */
    private static void remark(List<WireEvent> events, List<CapturedPacket> first) {
        Map<Flow, Integer> end = new LinkedHashMap<>();
        Set<Flow> shortened = new HashSet<>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            end.put(event.flow(), i);
            var unread = event.flow().unread();
            if (event.kind() == WireEvent.Kind.RESET && event.byTest() && unread > 0) {
                first.get(i)
                        .comment(
                                DisplayText.size(unread)
                                        + " had come that the test had not read: the system resets a connection that is closed like that.");
            }
            if (event.kind() == WireEvent.Kind.REFUSED) {
                first.get(i).comment("The system does not tell from which port the test tried; this one is made up.");
            }
            if (event.payload().kept().length < event.payload().length() && shortened.add(event.flow())) {
                first.get(i)
                        .comment(
                                "There is more than a capture holds: here payload is cut off, and of what follows too.");
            }
        }
        end.forEach((flow, i) -> {
            if (flow.unrecorded() > 0) {
                var what = flow.transport() == Transport.TCP ? " more packets of this connection" : " more datagrams";
                first.get(i).comment(flow.unrecorded() + what + " were not recorded.");
            }
        });
    }
}
