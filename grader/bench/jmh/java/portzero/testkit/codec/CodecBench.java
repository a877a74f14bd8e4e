package portzero.testkit.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One question or answer between worker and submission: written, sent, received and read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBench {
    private final byte[] bytes = new byte[64 << 10];
    private final String[] lines = Collections.nCopies(100, "a line of a conversation, of usual length")
            .toArray(String[]::new);

    @Benchmark
    public Object a_number() throws IOException {
        return roundTrip(7, int.class);
    }

    @Benchmark
    public Object an_array_of_64_KiB() throws IOException {
        return roundTrip(bytes, byte[].class);
    }

    @Benchmark
    public Object a_list_of_100_lines() throws IOException, NoSuchFieldException {
        return roundTrip(List.of(lines), Shape.class.getDeclaredField("lines").getGenericType());
    }

    private static Object roundTrip(Object value, java.lang.reflect.Type type) throws IOException {
        var pipe = new ByteArrayOutputStream();
        new ValueWriter().number(1).value(value).frame(Frame.Kind.RETURNED).write(new DataOutputStream(pipe));
        var reader = new ValueReader(Frame.read(new DataInputStream(new ByteArrayInputStream(pipe.toByteArray()))));
        reader.number();
        return reader.value(type);
    }

    /** Has a field of the type that is read. */
    private static final class Shape {
        @SuppressWarnings("unused") // its type is
        private List<String> lines;
    }
}
