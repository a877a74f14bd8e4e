package portzero.grader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import portzero.testkit.codec.CodecException;
import portzero.testkit.codec.Frame;
import portzero.testkit.codec.ValueReader;
import portzero.testkit.codec.ValueWriter;

/** Whatever comes over the pipe is a value, which can be written again, or refused. */
public final class CodecFuzz {

    private static final long FIXED = 4 << 20;
    private static final long EACH_BYTE = 2_000;

    /** Something of everything that the pipe carries. */
    record Everything(
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
            List<byte[]> bytes,
            Path file,
            InetAddress host,
            InetSocketAddress endpoint,
            InetSocketAddress unresolved,
            UnixDomainSocketAddress local,
            @Nullable Integer none,
            Optional<Pair> perhaps,
            List<List<Pair>> pairs) {

        /** A record in a record. */
        record Pair(int x, @Nullable String y) {}
    }

    private CodecFuzz() {}

    static Everything everything() {
        InetAddress host = InetAddress.getLoopbackAddress();
        return new Everything(
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
                List.of(new byte[] {1, 2, 3}),
                Path.of("a", "b"),
                host,
                new InetSocketAddress(host, 80),
                InetSocketAddress.createUnresolved("example.test", 65_535),
                UnixDomainSocketAddress.of("/tmp/s"),
                null,
                Optional.of(new Everything.Pair(0, null)),
                List.of(List.of(new Everything.Pair(1, "one")), List.of()));
    }

    /** Called for each input, by the suite and by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Fuzzing.once(input, FIXED + EACH_BYTE * input.length, CodecFuzz::read);
    }

    private static void read(byte[] input) throws IOException {
        Object value;
        try {
            value = value(new DataInputStream(new ByteArrayInputStream(input)));
        } catch (CodecException | EOFException refused) {
            return;
        }
        if (value != null) {
            byte[] written = written(value);
            Object again = value(new DataInputStream(new ByteArrayInputStream(written)));
            assertThat(written(again)).isEqualTo(written);
        }
    }

    /** The value as it goes over the pipe. */
    static byte[] written(@Nullable Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ValueWriter().value(value).frame(Frame.Kind.RETURNED).write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        Frame frame = Frame.read(in);
        if (frame == null) {
            return null;
        }
        ValueReader reader = new ValueReader(frame);
        Object value = reader.value(Everything.class);
        reader.end();
        return value;
    }
}
