package portzero.reliable;

import static portzero.testkit.adversary.Direction.TO_RECEIVER;
import static portzero.testkit.adversary.Direction.TO_SENDER;

import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.adversary.Fault;
import portzero.testkit.adversary.FaultRates;
import portzero.testkit.net.TestNetwork;

/** From client to server over UDP, through the adversary. */
class LossyUploadTest {

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
                Fault.duplication(TO_RECEIVER, 1),
                Fault.delay(TO_RECEIVER, 3, 1),
                Fault.corruption(TO_RECEIVER, 6, network.random().nextInt(800)),
                Fault.loss(TO_RECEIVER, 9),
                Fault.duplication(TO_SENDER, 1),
                Fault.delay(TO_SENDER, 3, 2),
                Fault.corruption(TO_SENDER, 4, network.random().nextInt(64)),
                Fault.loss(TO_SENDER, 5));

        new LossyUpload(client, server, network)
                .expectWhole(network.bytes(1_150), LossyUpload.settings(4, 100), faults);
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
        List<Fault> faults = List.of(Fault.loss(TO_SENDER, 2), Fault.loss(TO_SENDER, 3));

        new LossyUpload(client, server, network).expectWhole(network.bytes(100), LossyUpload.settings(1, 100), faults);
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
        new LossyUpload(client, server, network)
                .expectWhole(
                        network.bytes(1 << 20),
                        LossyUpload.settings(16, Codec.MAX_PAYLOAD),
                        new FaultRates(20, 5, 5, 3));
    }
}
