package portzero.grader.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** An endless row of inputs, each a valid one with up to four changes. The same seed gives the same row. */
final class Mutations {

    private static final int MOST_CHANGES = 4;

    /** Where lengths, counts and offsets go wrong. */
    private static final long[] NUMBERS = {
        0, 1, 2, 127, 255, 0x7fff, 0xffff, 100_001, 0x7fffffffL, 0xffffffffL, 1L << 40, -2
    };

    private final Random random;
    private final List<byte[]> valid;

    Mutations(long seed, List<byte[]> valid) {
        random = new Random(seed);
        this.valid = List.copyOf(valid);
    }

    byte[] next() {
        byte[] input = any().clone();
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            input = input.length == 0 ? any().clone() : change(input);
        }
        return input;
    }

    private byte[] any() {
        return valid.get(random.nextInt(valid.size()));
    }

    private byte[] change(byte[] input) {
        int at = random.nextInt(input.length);
        int end = at + random.nextInt(Math.min(64, input.length - at) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> set(input, at, (byte) random.nextInt());
            case 1 -> set(input, at, (byte) (input[at] ^ 1 << random.nextInt(8)));
            case 2 -> number(input, at);
            case 3 -> Arrays.copyOf(input, at);
            case 4 -> joined(input, 0, at, input, end);
            case 5 -> joined(input, 0, end, input, at);
            default -> joined(input, 0, at, any(), at);
        };
    }

    private static byte[] set(byte[] input, int at, byte value) {
        input[at] = value;
        return input;
    }

    private byte[] number(byte[] input, int at) {
        byte[] number = ByteBuffer.allocate(Long.BYTES)
                .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putLong(NUMBERS[random.nextInt(NUMBERS.length)])
                .array();
        int width = 1 << random.nextInt(4);
        boolean last = number[0] == 0; // big-endian: the low bytes are the last ones
        int from = last ? Long.BYTES - width : 0;
        System.arraycopy(number, from, input, at, Math.min(width, input.length - at));
        return input;
    }

    /** The beginning of one and the end of another, which may be shorter than that. */
    private static byte[] joined(byte[] one, int from, int to, byte[] other, int rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(one, from, to - from);
        joined.write(other, Math.min(rest, other.length), Math.max(0, other.length - rest));
        return joined.toByteArray();
    }
}
