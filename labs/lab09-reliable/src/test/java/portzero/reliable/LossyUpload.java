package portzero.reliable;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import portzero.testkit.adversary.Adversary;
import portzero.testkit.adversary.Fault;
import portzero.testkit.adversary.FaultRates;
import portzero.testkit.adversary.LossyLink;
import portzero.testkit.adversary.LossyRelay;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.TestNetwork;

/** An upload from the student's client to the student's server, over UDP, with the adversary between them. */
final class LossyUpload {

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LINGER = Duration.ofMillis(200); // more than twice the longest timeout below

    /** A timer that runs out soon, and attempts for every loss that chance may bring. */
    static final long TIMEOUT = 10;

    static final long LONGEST_TIMEOUT = 80;
    static final int ATTEMPTS = 30;

    private final UploadClient client;
    private final UploadServer server;
    private final TestNetwork network;
    private final Adversary adversary;

    LossyUpload(UploadClient client, UploadServer server, TestNetwork network) {
        this.client = client;
        this.server = server;
        this.network = network;
        adversary = network.adversary(PacketNames::of);
    }

    /** Settings for a link that loses something. */
    static Settings settings(int window, int payload) {
        return new Settings(window, payload, TIMEOUT, LONGEST_TIMEOUT, ATTEMPTS);
    }

    /** The data must arrive, whatever becomes of these datagrams. */
    void expectWhole(byte[] data, Settings settings, List<Fault> faults) throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        adversary.challenge(faults, link -> upload(link, address, data, settings));
    }

    /** The data must arrive, whatever chance makes of the datagrams. */
    void expectWhole(byte[] data, Settings settings, FaultRates rates) throws Exception {
        InetSocketAddress address = server.start(network.loopback());
        adversary.challenge(network.random().nextLong(), rates, link -> upload(link, address, data, settings));
    }

    private void upload(LossyLink link, InetSocketAddress address, byte[] data, Settings settings) throws Exception {
        try (LossyRelay relay = adversary.relay(link, address)) {
            PendingCall<byte[]> receiving = network.start(() -> server.receive(IDLE, LINGER));
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
