package portzero.grader.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a capture file block by block, and fails at whatever is not as the format has it. */
public final class PcapngReader {
    private final List<ReadPacket> packets = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private long last;

    private PcapngReader() {}

    /** All packets of a file with one section and one interface of raw IP. */
    public static PcapngReader of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    static PcapngReader of(byte[] file) {
        var reader = new PcapngReader();
        var bytes = ByteBuffer.wrap(file);
        reader.section(block(bytes, 0x0a0d0d0a));
        description(block(bytes, 1));
        while (bytes.hasRemaining()) {
            reader.packet(block(bytes, 6));
        }
        return reader;
    }

    /** The packets, in the order of the file, which is the order of time. */
    public List<ReadPacket> packets() {
        return packets;
    }

    /** The comments on the section. */
    public List<String> comments() {
        return comments;
    }

    private static ByteBuffer block(ByteBuffer file, int type) {
        assertThat(file.getInt()).isEqualTo(type);
        var length = file.getInt();
        assertThat(length % 4).isZero();
        var body = file.slice(file.position(), length - 12);
        file.position(file.position() + length - 12);
        assertThat(file.getInt()).as("the length at the end of the block").isEqualTo(length);
        return body;
    }

    private void section(ByteBuffer body) {
        assertThat(body.getInt()).isEqualTo(0x1a2b3c4d);
        assertThat(body.getInt()).as("version").isEqualTo(0x00010000);
        assertThat(body.getLong()).as("length of the section").isEqualTo(-1);
        options(body).stream().filter(one -> one.code == 1).forEach(one -> comments.add(one.text()));
    }

    private static void description(ByteBuffer body) {
        assertThat(body.getShort()).as("link type").isEqualTo((short) 101);
        assertThat(body.getShort()).isZero();
        assertThat(body.getInt()).as("snapshot length").isGreaterThanOrEqualTo(65_575);
        assertThat(options(body)).anyMatch(one -> one.code == 9 && one.value[0] == 9);
    }

    private void packet(ByteBuffer body) {
        assertThat(body.getInt()).as("interface").isZero();
        var time = ((long) body.getInt() << Integer.SIZE) + Integer.toUnsignedLong(body.getInt());
        assertThat(time).as("time").isGreaterThan(last);
        last = time;
        var captured = new byte[body.getInt()];
        var length = body.getInt();
        assertThat(length).isGreaterThanOrEqualTo(captured.length);
        body.get(captured);
        while (body.position() % 4 != 0) {
            assertThat(body.get()).as("filler").isZero();
        }
        var options = options(body);
        var outbound = options.stream()
                .filter(one -> one.code == 2)
                .map(one -> one.value[3] == 2)
                .findFirst();
        packets.add(ReadPacket.of(
                captured,
                length,
                outbound.orElseThrow(),
                options.stream().filter(one -> one.code == 1).map(Option::text).toList()));
    }

    private static List<Option> options(ByteBuffer body) {
        List<Option> options = new ArrayList<>();
        while (true) {
            var code = body.getShort();
            var value = new byte[Short.toUnsignedInt(body.getShort())];
            body.get(value);
            while (body.position() % 4 != 0) {
                assertThat(body.get()).as("filler").isZero();
            }
            if (code == 0) {
                assertThat(body.hasRemaining())
                        .as("something after the last option")
                        .isFalse();
                return options;
            }
            options.add(new Option(code, value));
        }
    }

    private static final class Option {
        private final int code;
        private final byte[] value;

        Option(int code, byte[] value) {
            this.code = code;
            this.value = value;
        }

        String text() {
            return new String(value, UTF_8);
        }
    }
}
