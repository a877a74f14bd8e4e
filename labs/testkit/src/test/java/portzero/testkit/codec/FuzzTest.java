package portzero.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes over the pipe, reading it ends, with a value or an {@link IOException}. */
@Timeout(60)
class FuzzTest {

    private static final int ROUNDS = 30_000;
    private static final long SEED = 20_260_101;

    @Test
    void mutated_frames_are_read_or_refused() throws IOException {
        Random random = new Random(SEED);
        byte[] valid = wire(new ValueWriter().value(Sample.full()).frame(Frame.Kind.RETURNED));
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = valid.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            read += reads(mutant, round) ? 1 : 0;
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    @Test
    void noise_is_read_or_refused() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[5 + random.nextInt(200)];
            random.nextBytes(noise);
            if (random.nextBoolean()) { // noise in a well-formed frame
                noise[0] = 0;
                noise[1] = 0;
                noise[2] = 0;
                noise[3] = (byte) Math.min(127, noise.length - 5);
                noise[4] = 8;
            }
            reads(noise, round);
        }
    }

    private static boolean reads(byte[] bytes, int round) {
        try {
            Frame frame = Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            if (frame == null) {
                return false;
            }
            ValueReader reader = new ValueReader(frame);
            reader.value(Sample.class);
            reader.end();
            return true;
        } catch (IOException refused) {
            return false;
        } catch (RuntimeException | Error escaped) {
            return fail("round " + round + ": " + escaped, escaped);
        }
    }

    private static byte[] wire(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
