package portzero.grader.capture;

import java.util.List;
import java.util.function.LongSupplier;
import portzero.testkit.wire.Flow;
import portzero.testkit.wire.WireEvent;

/** The datagrams between two sockets. */
final class UdpConversation implements FlowPackets {
    private final Flow flow;
    private int sent;

    UdpConversation(Flow flow) {
        this.flow = flow;
    }

    @Override
    public List<CapturedPacket> of(WireEvent event, boolean isAcknowledged, LongSupplier clock) {
        var from = event.byTest() ? flow.test() : flow.subject();
        var to = event.byTest() ? flow.subject() : flow.test();
        var packet = new IpPacket(from, to, ++sent).udp(event.payload());
        return List.of(new CapturedPacket(
                clock.getAsLong(), event.byTest(), packet, IpPacket.length(packet, event.payload())));
    }
}
