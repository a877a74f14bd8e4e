package portzero.grader.capture;

import java.util.List;
import java.util.function.LongSupplier;
import portzero.testkit.wire.Flow;
import portzero.testkit.wire.WireEvent;

/** Makes the packets of one flow, event by event. */
interface FlowPackets {

    /**
     * The packets that an event stands for, the one that it is about first.
     *
     * @param isAcknowledged whether the other side's kernel confirmed what was sent
     * @param clock gives each packet its time
     */
    List<CapturedPacket> of(WireEvent event, boolean isAcknowledged, LongSupplier clock);

    /**
     * For a flow that begins.
     *
     * @param number of the flow, from 1
     */
    static FlowPackets of(Flow flow, int number) {
        return switch (flow.transport()) {
            case TCP -> new TcpConversation(flow, number);
            case UDP -> new UdpConversation(flow);
        };
    }
}
