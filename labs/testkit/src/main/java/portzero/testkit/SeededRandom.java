package portzero.testkit;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random choices and payloads, the same again for the same seed on every JDK.
 *
 * <p>{@link Random} itself makes four bytes at a time, each time with an atomic update: a test's eight megabytes took
 * longer to make than to send. The generator behind this one is LXM (Steele and Vigna, 2021), eight bytes at a time. For one
 * thread at a time.
 */
final class SeededRandom extends Random {

    private static final long serialVersionUID = 1;

    /** Looked up once: it is found among the JDK's service providers. */
    private static final RandomGeneratorFactory<RandomGenerator> LXM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final transient RandomGenerator generator;

    SeededRandom(long seed) {
        super(0); // whose own state is not used
        generator = LXM.create(seed);
    }

    @Override
    protected int next(int bits) {
        return generator.nextInt() >>> (Integer.SIZE - bits);
    }

    @Override
    public long nextLong() {
        return generator.nextLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        generator.nextBytes(bytes);
    }
}
