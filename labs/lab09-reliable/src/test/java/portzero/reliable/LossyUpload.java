package portzero.reliable;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import portzero.testkit.adversary.Adversary;
import portzero.testkit.adversary.Fault;
import portzero.testkit.adversary.FaultSchedule;
import portzero.testkit.adversary.LossyLink;
import portzero.testkit.adversary.LossyRelay;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.TestNetwork;

/** An upload from the student's client to the student's server, over UDP, with the adversary between them. */
final class LossyUpload {

    private static final Duration IDLE = Duration.ofMillis(1_500);
    private static final long TIMEOUT = 100; // milliseconds, in which every answer comes that is not lost
    private static final int ATTEMPTS = 16;

    private final UploadClient client;
    private final UploadServer server;
    private final TestNetwork network;
    private final Duration linger;
    private final Adversary adversary;

    /** @param linger how long the server is to stay; much longer than the longest timeout if its last ACK may be lost */
    LossyUpload(UploadClient client, UploadServer server, TestNetwork network, Duration linger) {
        this.client = client;
        this.server = server;
        this.network = network;
        this.linger = linger;
        adversary = network.adversary(PacketNames::of);
    }

    /** Settings with which a datagram is sent again if it was lost, and not because the machine is busy: so all of them can be counted. */
    static Settings settings(int window, int payload) {
        return new Settings(window, payload, TIMEOUT, TIMEOUT, ATTEMPTS);
    }

    /** The data must arrive, whatever becomes of these datagrams. */
    void expectWhole(byte[] data, Settings settings, List<Fault> faults) throws Exception {
        expectWhole(data, settings, FaultSchedule.of(faults));
    }

    /** The data must arrive, whatever the schedule makes of the datagrams. */
    void expectWhole(byte[] data, Settings settings, FaultSchedule schedule) throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        adversary.challenge(schedule, link -> upload(link, address, data, settings));
    }

    private void upload(LossyLink link, InetSocketAddress address, byte[] data, Settings settings) throws Exception {
        try (LossyRelay relay = adversary.relay(link, address)) {
            PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, linger));
            try {
                PendingCall<Boolean> uploading = network.start(() -> {
                    client.upload(relay.address(), data, settings);
                    return true;
                });
                adversary.awaitEnd(uploading, link);
                uploading.result();
            } catch (Exception failed) {
                end(receiving);
                throw failed;
            }
            network.expectSame(data, receiving.result());
        }
    }

    /** The client has failed, so that it does not matter how the server ends; but it must, before it is called again. */
    private static void end(PendingCall<byte[]> receiving) {
        try {
            receiving.result();
        } catch (Exception sooner) {
            // as it may
        }
    }
}
