package portzero.reliable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import portzero.testkit.adversary.Direction;
import portzero.testkit.adversary.LossyLink;
import portzero.testkit.net.TestNetwork;

/** A transfer from the student's sender to the student's receiver over a lossy link, in a time that the test makes up. */
final class VirtualTransfer {

    private static final long LATENCY = 10; // milliseconds each way; no timer runs out before an answer can have come
    private static final int MAX_EVENTS = 2_000;

    private final Sender sender;
    private final Receiver receiver;
    private final LossyLink link;
    private final Deque<Flight> inFlight = new ArrayDeque<>();
    private long now;
    private TransferState state = TransferState.SENDING;
    private Optional<Long> timeout = Optional.empty();

    /** A datagram on its way; all take the same time, and so arrive in the order in which they set off. */
    @SuppressWarnings("ArrayRecordComponent") // nobody asks whether two are equal
    private record Flight(long arrival, Direction direction, byte[] datagram) {}

    VirtualTransfer(Sender sender, Receiver receiver, LossyLink link) {
        this.sender = sender;
        this.receiver = receiver;
        this.link = link;
    }

    /** Sends all of the data, and expects that it arrives. */
    void expectWhole(byte[] data, Settings settings, TestNetwork network) {
        receiver.start();
        send(Direction.TO_RECEIVER, sender.start(data, settings, now));
        look();
        for (int events = 0; state == TransferState.SENDING; events++) {
            if (events == MAX_EVENTS) {
                throw new AssertionError("Expected the transfer to end, but there were " + events + " events");
            }
            next();
        }
        if (state == TransferState.FAILED) {
            throw new AssertionError("Expected the sender to go on, but it gave up");
        }
        if (!receiver.ended()) {
            throw new AssertionError("Expected the receiver to have all when the sender is done, but it has not");
        }
        network.expectSame(data, receiver.take());
    }

    /** Asks the sender how it is, after it has done something. */
    private void look() {
        timeout = sender.nextTimeout();
        if (timeout.isEmpty()) { // else it is under way, and each question takes its time
            state = sender.state();
        }
    }

    /** Whichever comes first, the timer or a datagram. */
    private void next() {
        Flight first = inFlight.peek();
        if (first == null && timeout.isEmpty()) {
            throw new AssertionError("Expected a timer to run while something is outstanding, but there is none");
        }
        if (first == null || timeout.filter(due -> due <= first.arrival()).isPresent()) {
            now = Math.max(now, timeout.orElseThrow());
            send(Direction.TO_RECEIVER, sender.tick(now));
            look();
            state = sender.state();
            return;
        }
        inFlight.remove();
        now = first.arrival();
        if (first.direction() == Direction.TO_RECEIVER) {
            send(Direction.TO_SENDER, receiver.receive(first.datagram()));
        } else {
            send(Direction.TO_RECEIVER, sender.receive(first.datagram(), now));
            look();
        }
    }

    private void send(Direction direction, List<byte[]> datagrams) {
        for (byte[] datagram : datagrams) {
            link.pass(direction, datagram)
                    .forEach(arriving -> inFlight.add(new Flight(now + LATENCY, direction, arriving)));
        }
    }
}
