package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final int FEW = 1000;
    private static final long MULTIPLIER = 0x5DEECE66DL;

    @Test
    void a_seed_has_128_bits_and_each_run_of_a_test_has_its_own() {
        Set<String> seeds = new HashSet<>();
        for (int i = 0; i < FEW; i++) {
            seeds.add(Seed.of("test").text());
        }
        assertThat(seeds).hasSize(FEW).allMatch(seed -> seed.matches("[0-9a-f]{32}"));
    }

    @Test
    void zeros_in_front_change_nothing_and_every_digit_counts() {
        String seed = "0123456789abcdef0123456789abcdef";
        assertThat(drawn(seed, "test")).isEqualTo(drawn(seed.substring(1), "test"));
        for (int digit = 0; digit < seed.length(); digit++) {
            String other = seed.substring(0, digit) + "7" + seed.substring(digit + 1);
            if (!other.equals(seed)) {
                assertThat(drawn(other, "test")).as(other).isNotEqualTo(drawn(seed, "test"));
            }
        }
        assertThat(drawn(seed, "test")).isNotEqualTo(drawn(seed, "another"));
    }

    /** The whole state of Random is in two numbers that it has drawn: see its documentation. */
    @Test
    void what_comes_next_is_not_told_by_what_came_as_it_is_of_java_util_Random() {
        assertThat(foretold(new Random(7))).isTrue();
        assertThat(foretold(new Seed("7", "test").random())).isFalse();
    }

    private static boolean foretold(Random random) {
        long high = (random.nextInt() & 0xffffffffL) << 16;
        int second = random.nextInt();
        for (int low = 0; low < 1 << 16; low++) {
            Random copy = new Random((high | low) ^ MULTIPLIER);
            if (copy.nextInt() == second) {
                return copy.nextInt() == random.nextInt();
            }
        }
        return false;
    }

    @Test
    void bytes_of_every_length_are_filled() {
        for (int length = 0; length < 40; length++) {
            byte[] sum = new byte[length];
            Random random = new Seed("7f3a", "test").random();
            for (int i = 0; i < FEW; i++) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                for (int at = 0; at < length; at++) {
                    sum[at] |= bytes[at];
                }
            }
            assertThat(sum).as("%d bytes", length).doesNotContain((byte) 0);
        }
    }

    private static long drawn(String seed, String test) {
        return new Seed(seed, test).random().nextLong();
    }
}
