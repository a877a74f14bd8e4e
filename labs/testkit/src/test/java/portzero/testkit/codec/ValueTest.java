package portzero.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

    private record Loop(@Nullable Loop next) {}

    private record Nested(List<Nested> inner) {}

    private record Positive(int value) {
        Positive {
            if (value < 0) {
                throw new IllegalArgumentException("value must be positive");
            }
        }
    }

    static Stream<Arguments> values() throws IOException {
        InetAddress six = Inet6Address.getByAddress(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
        return Stream.of(
                Arguments.of(boolean.class, true),
                Arguments.of(Boolean.class, false),
                Arguments.of(byte.class, (byte) -128),
                Arguments.of(short.class, (short) 300),
                Arguments.of(char.class, '€'),
                Arguments.of(int.class, -1),
                Arguments.of(Long.class, Long.MAX_VALUE),
                Arguments.of(float.class, -0.0f),
                Arguments.of(double.class, Double.MIN_VALUE),
                Arguments.of(String.class, ""),
                Arguments.of(String.class, "line\n\u0000 🙂"),
                Arguments.of(byte[].class, new byte[] {1, 2, 3}),
                Arguments.of(Thread.State.class, Thread.State.NEW),
                Arguments.of(Duration.class, Duration.ofNanos(-1)),
                Arguments.of(InetAddress.class, six),
                Arguments.of(InetSocketAddress.class, new InetSocketAddress(six, 65_535)),
                Arguments.of(InetSocketAddress.class, InetSocketAddress.createUnresolved("host.invalid", 1)),
                Arguments.of(SocketAddress.class, UnixDomainSocketAddress.of("/tmp/x")),
                Arguments.of(UnixDomainSocketAddress.class, UnixDomainSocketAddress.of("")),
                Arguments.of(Path.class, Path.of("/a b/c")),
                Arguments.of(Sample.class, Sample.full()),
                Arguments.of(Integer.class, null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_survives_the_pipe(Type type, @Nullable Object value) throws IOException {
        PlainType.check(type);
        assertThat(through(type, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_cut_is_noticed(Type type, @Nullable Object value) throws IOException {
        byte[] whole = frame(value).body();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new ValueReader(new Frame(Frame.Kind.RETURNED, cut)).value(type))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void null_is_no_primitive_and_a_list_no_record() throws IOException {
        assertThatThrownBy(() -> through(int.class, null)).hasMessage("expected int but a NULL came");
        assertThatThrownBy(() -> through(Sample.class, List.of())).hasMessageEndingWith("but a LIST came");
        assertThatThrownBy(() -> through(int.class, 1L)).hasMessage("expected int but a LONG came");
        assertThat(through(void.class, null)).isNull();
    }

    @Test
    void text_block_and_list_have_a_longest() throws IOException {
        assertThat(through(String.class, "x".repeat(CodecLimits.STRING))).isNotNull();
        assertThatThrownBy(() -> frame("x".repeat(CodecLimits.STRING + 1)))
                .hasMessage("string length must be 0–1048576 but was 1048577");
        assertThat(through(byte[].class, new byte[CodecLimits.BYTES])).isNotNull();
        assertThatThrownBy(() -> frame(new byte[CodecLimits.BYTES + 1])).isInstanceOf(CodecException.class);
        assertThatThrownBy(() -> frame(Collections.nCopies(CodecLimits.LIST + 1, 1)))
                .hasMessageStartingWith("list size");
        assertThatThrownBy(() -> frame(List.of(new byte[CodecLimits.BYTES], new byte[CodecLimits.BYTES])))
                .hasMessageStartingWith("frame length");
    }

    @Test
    void writer_stops_at_the_number_of_values_that_a_reader_takes() {
        List<List<Integer>> grid = Collections.nCopies(1_000, Collections.nCopies(1_000, 1));
        assertThatThrownBy(() -> frame(grid)).hasMessage("number of values must be 0–200000 but was 200001");
    }

    @Test
    void depth_is_bounded_on_both_sides() throws IOException {
        Loop deep = new Loop(null);
        for (int i = 1; i < CodecLimits.DEPTH; i++) {
            deep = new Loop(deep);
        }
        assertThat(through(Loop.class, deep)).isEqualTo(deep);
        Loop deeper = new Loop(deep);
        assertThatThrownBy(() -> frame(deeper)).hasMessage("nesting depth must be 0–16 but was 17");
        assertThatThrownBy(() -> PlainType.check(Loop.class)).hasMessageStartingWith("nesting depth");
        assertThatThrownBy(() -> PlainType.check(Nested.class)).hasMessageStartingWith("nesting depth");
    }

    @Test
    void forged_depth_is_refused() throws IOException {
        ValueWriter body = new ValueWriter();
        for (int i = 0; i < 100_000; i++) {
            body.block(new byte[0]); // just bytes
        }
        byte[] forged = new byte[500_000];
        for (int i = 0; i < forged.length; i += 5) {
            forged[i] = (byte) Tag.RECORD.code();
            forged[i + 4] = 1;
        }
        ValueReader reader = new ValueReader(new Frame(Frame.Kind.RETURNED, forged));
        assertThatThrownBy(() -> reader.value(Loop.class)).hasMessage("nesting depth must be 0–16 but was 17");
    }

    @Test
    void forged_counts_and_lengths_are_refused() throws IOException {
        assertForged(byte[].class, Tag.BYTES, Integer.MAX_VALUE, CodecException.class);
        assertForged(byte[].class, Tag.BYTES, -1, CodecException.class);
        assertForged(byte[].class, Tag.BYTES, CodecLimits.BYTES, EOFException.class);
        assertForged(String.class, Tag.STRING, CodecLimits.STRING, EOFException.class);
        assertForged(InetAddress.class, Tag.INET_ADDRESS, 5, EOFException.class);
        assertForged(Sample.class, Tag.RECORD, 99, CodecException.class);
        assertForged(Thread.State.class, Tag.ENUM, 0, CodecException.class);
        assertForged(Path.class, Tag.PATH, -7, CodecException.class);
    }

    private static void assertForged(Type type, Tag tag, int number, Class<? extends IOException> failure)
            throws IOException {
        byte[] forged = new byte[5];
        forged[0] = (byte) tag.code();
        System.arraycopy(new ValueWriter().number(number).frame(Frame.Kind.CALL).body(), 0, forged, 1, 4);
        ValueReader reader = new ValueReader(new Frame(Frame.Kind.RETURNED, forged));
        assertThatThrownBy(() -> reader.value(type)).isExactlyInstanceOf(failure);
    }

    @Test
    void record_that_refuses_its_components_is_a_bad_answer() throws IOException {
        byte[] body = frame(new Positive(1)).body();
        body[body.length - 4] = -1;
        assertThatThrownBy(() -> new ValueReader(new Frame(Frame.Kind.RETURNED, body)).value(Positive.class))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("impossible Positive");
    }

    @Test
    void bytes_behind_the_answer_are_noticed() throws IOException {
        ValueReader reader = new ValueReader(new ValueWriter().value(1).value(2).frame(Frame.Kind.RETURNED));
        reader.value(int.class);
        assertThatThrownBy(reader::end).hasMessage("frame has 5 bytes too many");
    }

    @Test
    void what_is_not_plain_is_named() {
        assertThatThrownBy(() -> PlainType.check(Object.class)).hasMessage("java.lang.Object is not plain data");
        assertThatThrownBy(() -> PlainType.check(int[].class)).hasMessage("int[] is not plain data");
        assertThatThrownBy(() -> frame(new ArrayList<>(List.of(new Object()))))
                .hasMessage("java.lang.Object is not plain data");
    }

    private static Frame frame(@Nullable Object value) throws IOException {
        return new ValueWriter().value(value).frame(Frame.Kind.RETURNED);
    }

    private static @Nullable Object through(Type type, @Nullable Object value) throws IOException {
        ValueReader reader = new ValueReader(frame(value));
        Object result = reader.value(type);
        reader.end();
        return result;
    }
}
