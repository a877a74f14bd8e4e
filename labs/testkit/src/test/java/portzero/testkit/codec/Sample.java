package portzero.testkit.codec;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record with something of everything. */
record Sample(
        boolean flag,
        byte octet,
        short small,
        char letter,
        int number,
        long large,
        float single,
        double precise,
        Thread.State state,
        Duration delay,
        List<@Nullable String> words,
        Path file,
        InetAddress host,
        InetSocketAddress endpoint,
        @Nullable Integer none,
        Optional<Inner> perhaps,
        Optional<String> missing,
        List<Inner> inner) {

    /** A record in a record. */
    record Inner(int x, String y) {}

    static Sample full() {
        InetAddress host = InetAddress.getLoopbackAddress();
        return new Sample(
                true,
                (byte) -1,
                Short.MIN_VALUE,
                'ä',
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                1.5f,
                Double.NaN,
                Thread.State.BLOCKED,
                Duration.ofSeconds(-3, 7),
                List.of("", "grün", "🙂"),
                Path.of("a", "b"),
                host,
                new InetSocketAddress(host, 80),
                null,
                Optional.of(new Inner(0, "zero")),
                Optional.empty(),
                List.of(new Inner(1, "one"), new Inner(2, "two")));
    }
}
