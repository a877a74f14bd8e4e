package portzero.grader.capture;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import portzero.testkit.trace.PlacedStep;
import portzero.testkit.trace.TraceEvent;
import portzero.testkit.wire.WireEvent;
import portzero.testkit.wire.WireFailure;
import portzero.testkit.wire.WireLog;

/**
 * Puts the steps of a test's story beside its packets.
 *
 * <p>Some steps are told before something is done, others when it is done or has come. Between two steps, a thread does only what
 * one of them tells; that makes it certain which packets a step is about, but for threads that send in the background.
 */
final class StepComments {

    private static final String TEST = "test";
    private static final int NONE = -1;

    private final List<WireEvent> events;
    private final List<CapturedPacket> packets;

    /** Where packets of the test's can begin that no step has told of. */
    private int freeOfTest;

    /** The same of the student's program. */
    private int freeOfSubject;

    /**
     * @param events what happened in one test; not empty
     * @param packets for each event, the packet that it is about
     */
    StepComments(List<WireEvent> events, List<CapturedPacket> packets) {
        this.events = events;
        this.packets = packets;
    }

    void add(WireLog log) {
        var steps = log.steps();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var place = place(step);
            packets.get(place).comment(text(step));
            if (!isOfTest(step)) {
                freeOfSubject = step.position();
            } else if (announces(step) && place >= step.position()) {
                freeOfTest = i + 1 < steps.size() ? steps.get(i + 1).position() : events.size();
            } else if (crosses(step)) {
                freeOfTest = step.position();
            }
        }
        var failure = log.failure();
        if (failure != null) {
            add(failure);
        }
    }

    private static String text(PlacedStep step) {
        var number = step.move().step();
        return number == 0 ? step.text() : number + "  " + step.text();
    }

    private static boolean announces(PlacedStep step) {
        return isOfTest(step)
                && switch (step.move().kind()) {
                    case DATA, DATAGRAM, END, RESET -> true;
                    case CALL, CONNECT, NOTE -> false;
                };
    }

    private static boolean isOfTest(PlacedStep step) {
        return step.move().from().equals(TEST);
    }

    private static boolean crosses(PlacedStep step) {
        var kind = step.move().kind();
        return kind != TraceEvent.Kind.CALL && kind != TraceEvent.Kind.NOTE;
    }

    private int place(PlacedStep step) {
        var at = step.position();
        IntPredicate same = i -> events.get(i).thread() == step.thread();
        if (!crosses(step)) {
            return firstFound(next(at, same), previous(at, same), next(at, i -> true), events.size() - 1);
        }
        var alike = same.and(i -> isAlike(events.get(i), step));
        var free = range(isOfTest(step) ? freeOfTest : freeOfSubject, at, alike)
                .findFirst()
                .orElse(NONE);
        return announces(step)
                ? firstFound(free, next(at, alike), next(at, same), previous(at, same), events.size() - 1)
                : firstFound(free, previous(at, alike), next(at, same), previous(at, same), events.size() - 1);
    }

    /** Whether such an event may be what such a step tells of; what is closed with bytes unread ends by a reset. */
    private static boolean isAlike(WireEvent event, PlacedStep step) {
        var kind = event.kind();
        if (kind == WireEvent.Kind.REFUSED) { // one packet of each side
            return step.move().kind() == TraceEvent.Kind.RESET;
        }
        return event.byTest() == isOfTest(step)
                && switch (step.move().kind()) {
                    case CONNECT -> kind == WireEvent.Kind.CONNECTED;
                    case DATA -> kind == WireEvent.Kind.DATA;
                    case DATAGRAM -> kind == WireEvent.Kind.DATAGRAM;
                    case END -> kind == WireEvent.Kind.END || kind == WireEvent.Kind.RESET;
                    case RESET -> kind == WireEvent.Kind.RESET;
                    case CALL, NOTE -> false;
                };
    }

    private static int firstFound(int... places) {
        return IntStream.of(places).filter(place -> place != NONE).findFirst().orElse(NONE);
    }

    private int next(int from, IntPredicate wanted) {
        return range(from, events.size(), wanted).findFirst().orElse(NONE);
    }

    private int previous(int end, IntPredicate wanted) {
        return range(0, end, wanted).reduce((a, b) -> b).orElse(NONE);
    }

    private static IntStream range(int from, int end, IntPredicate wanted) {
        return IntStream.range(from, end).filter(wanted);
    }

    private void add(WireFailure failure) {
        var at = failure.position();
        packets.get(Math.max(0, at - 1)).comment("✗ " + failure.message());
        if (at > 0 && at < events.size()) {
            packets.get(at).comment("The test has failed; from here on it puts its sockets away.");
        }
    }
}
