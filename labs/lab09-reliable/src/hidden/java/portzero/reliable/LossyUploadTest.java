package portzero.reliable;

import static portzero.testkit.adversary.Direction.TO_RECEIVER;
import static portzero.testkit.adversary.Direction.TO_SENDER;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.adversary.Fault;
import portzero.testkit.adversary.FaultRates;
import portzero.testkit.adversary.FaultSchedule;
import portzero.testkit.net.TestNetwork;

/** From client to server over UDP, through the adversary. */
class LossyUploadTest {

    private static final Duration SHORT = Duration.ofMillis(50); // where the last ACK is not lost
    private static final Duration LINGER = Duration.ofMillis(300);
    private static final int CHECKSUM_BIT = 44;
    private static final int PAYLOAD_BIT = 500;
    private static final int FIRST_OF_SILENCE = 40;

    @LabTest(
            task = 5,
            points = 3,
            hint =
                    "Read in the story which fault it was, and what each side did then; sender and receiver know what is right",
            notes = "reliable#adversary")
    void an_upload_survives_each_kind_of_fault(
            @Subject(UdpUploadClient.class) UploadClient client,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        List<Fault> faults = List.of(
                Fault.duplication(TO_RECEIVER, 2),
                Fault.duplication(TO_SENDER, 2),
                Fault.loss(TO_SENDER, 4),
                Fault.corruption(TO_SENDER, 5, CHECKSUM_BIT),
                Fault.delay(TO_SENDER, 6, 1),
                Fault.corruption(TO_RECEIVER, 9, PAYLOAD_BIT), // DATA 8, after which the window is sent again
                Fault.delay(TO_RECEIVER, 13, 1), // DATA 8 again, after DATA 9
                Fault.loss(TO_RECEIVER, 18)); // DATA 9, the time after

        new LossyUpload(client, server, network, SHORT)
                .expectWhole(network.bytes(1_950), LossyUpload.settings(4, 100), faults);
    }

    @LabTest(
            task = 6,
            points = 1,
            hint =
                    "The client cannot know that the END has come when its ACK is lost; the server must still be there to say it again",
            notes = "reliable#lingering")
    void the_last_acks_may_be_lost(
            @Subject(UdpUploadClient.class) UploadClient client,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        List<Fault> faults =
                List.of(Fault.loss(TO_SENDER, 1), Fault.loss(TO_SENDER, 2)); // for the END, which comes alone

        new LossyUpload(client, server, network, LINGER)
                .expectWhole(new byte[0], new Settings(1, 100, 20, 20, 75), faults);
    }

    @LabTest(
            task = 6,
            points = 2,
            hint =
                    "Go on until all is acknowledged, however much is lost; keep what you have in memory that grows cheaply",
            notes = "reliable#throughput")
    void a_mebibyte_arrives_whole_although_a_fifth_is_lost(
            @Subject(UdpUploadClient.class) UploadClient client,
            @Subject(UdpUploadServer.class) UploadServer server,
            TestNetwork network)
            throws Exception {
        int window = Sender.MAX_WINDOW;
        List<Fault> silence = IntStream.range(FIRST_OF_SILENCE, FIRST_OF_SILENCE + 2 * window)
                .mapToObj(nth -> Fault.loss(TO_SENDER, nth))
                .toList(); // longer than all ACKs of a window: the sender goes back over what has come
        FaultSchedule schedule = FaultSchedule.random(network.random().nextLong(), new FaultRates(20, 5, 5, 0))
                .with(silence);

        new LossyUpload(client, server, network, LINGER)
                .expectWhole(network.bytes(1 << 20), new Settings(window, Codec.MAX_PAYLOAD, 5, 40, 30), schedule);
    }
}
