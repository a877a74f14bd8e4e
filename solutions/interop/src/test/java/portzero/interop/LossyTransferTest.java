package portzero.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import portzero.reliable.Settings;
import portzero.reliable.UdpUploadClient;
import portzero.reliable.UdpUploadServer;
import portzero.testkit.adversary.Adversary;
import portzero.testkit.adversary.FaultRates;
import portzero.testkit.adversary.LossyRelay;
import portzero.testkit.internal.Seed;
import portzero.testkit.internal.TestContext;
import portzero.testkit.subject.InProcessRuntime;

/**
 * Lab 09: files of a mebibyte over a link that loses a fifth. The system property {@code portzero.transfers} says how many, 3
 * unless it is set; {@code portzero.seed} draws the same data and faults again.
 */
class LossyTransferTest {

    private static final int TRANSFERS = Integer.getInteger("portzero.transfers", 3);
    private static final FaultRates RATES = new FaultRates(20, 10, 10, 2);
    private static final Settings SETTINGS = new Settings(16, 4096, 6, 40, 100);
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration LINGER = Duration.ofMillis(500); // some twelve of the longest timeouts
    private static final int FEWEST_FAULTS = 100; // of the 500 datagrams or more that a transfer takes

    @Test
    @Timeout(3_600)
    void a_mebibyte_arrives_whole_whatever_the_seed() throws Exception {
        Seed seed = Seed.of("LossyTransferTest");
        Random random = seed.random();
        for (int i = 1; i <= TRANSFERS; i++) {
            byte[] data = new byte[1 << 20];
            random.nextBytes(data);
            transfer(data, random.nextLong(), "-Dportzero.transfers=" + i + " -Dportzero.seed=" + seed.text());
        }
    }

    /** Fails with how to do it again, and the story of the shortest schedule that was found. */
    private static void transfer(byte[] data, long key, String again) throws Exception {
        TestContext context = new TestContext(Seed.of("transfer"), new InProcessRuntime().begin());
        Adversary adversary = new Adversary(context, packet -> "a packet");
        try (UdpUploadServer server = new UdpUploadServer()) {
            InetSocketAddress address = server.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            adversary.challenge(key, RATES, link -> {
                try (LossyRelay relay = adversary.relay(link, address)) {
                    CompletableFuture<byte[]> receiving = CompletableFuture.supplyAsync(() -> received(server));
                    try {
                        new UdpUploadClient().upload(relay.address(), data, SETTINGS);
                    } catch (IOException failed) {
                        receiving
                                .handle((part, why) -> part)
                                .get(1, TimeUnit.MINUTES); // or it takes the next one's packets
                        throw failed;
                    }
                    assertThat(receiving.get(1, TimeUnit.MINUTES)).isEqualTo(data);
                    assertThat(link.faults()).hasSizeGreaterThan(FEWEST_FAULTS);
                }
            });
        } catch (Exception | AssertionError failed) {
            List<String> story = context.trace().lines(context.trace().size());
            throw new AssertionError(
                    "mvn test -pl solutions/interop -am -Dtest=LossyTransferTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false " + again + " fails again; "
                            + story.stream().limit(1).findFirst().orElse(""),
                    failed);
        }
    }

    private static byte[] received(UdpUploadServer server) {
        try {
            return server.receive(IDLE, LINGER);
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
    }
}
