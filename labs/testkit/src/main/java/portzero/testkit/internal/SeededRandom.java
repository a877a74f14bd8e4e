package portzero.testkit.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Random choices and payloads, the same again for the same key on every JDK. Whoever has seen some of them cannot tell the
 * next: the generator is the pseudo-random function SipHash-1-3 (Aumasson and Bernstein, 2012) of a counter, under a key of
 * 128 bits. That of {@link Random} is known from two numbers. For one thread at a time.
 *
 * <p>Eight bytes at a time: some tests take megabytes.
 */
final class SeededRandom extends Random {

    private static final long serialVersionUID = 1;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long first;
    private final long second;
    private long counter;

    /** The two halves of the key. */
    SeededRandom(long first, long second) {
        super(0); // whose own state is not used
        this.first = first;
        this.second = second;
    }

    @Override
    protected int next(int bits) {
        return (int) (nextLong() >>> (Long.SIZE - bits));
    }

    /** One round for the counter and three to finish; all inputs have the same length, which needs no block of its own. */
    @Override
    public long nextLong() {
        long message = counter++;
        long a = first ^ 0x736f6d6570736575L;
        long b = second ^ 0x646f72616e646f6dL;
        long c = first ^ 0x6c7967656e657261L;
        long d = second ^ 0x7465646279746573L ^ message;
        for (int round = 0; round < 4; round++) {
            a += b;
            b = Long.rotateLeft(b, 13) ^ a;
            a = Long.rotateLeft(a, 32);
            c += d;
            d = Long.rotateLeft(d, 16) ^ c;
            a += d;
            d = Long.rotateLeft(d, 21) ^ a;
            c += b;
            b = Long.rotateLeft(b, 17) ^ c;
            c = Long.rotateLeft(c, 32);
            if (round == 0) {
                a ^= message;
                c ^= 0xff;
            }
        }
        return a ^ b ^ c ^ d;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            LONG.set(bytes, at, nextLong());
        }
        for (long last = at < bytes.length ? nextLong() : 0; at < bytes.length; last >>>= Byte.SIZE) {
            bytes[at++] = (byte) last;
        }
    }
}
