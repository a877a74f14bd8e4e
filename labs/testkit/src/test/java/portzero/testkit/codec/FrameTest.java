package portzero.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTest {

    @ParameterizedTest
    @EnumSource(Frame.Kind.class)
    void each_kind_is_read_back(Frame.Kind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Frame(kind, new byte[300]).write(new DataOutputStream(out));
        Frame frame = read(out.toByteArray());
        assertThat(frame).isNotNull().extracting(Frame::kind).isEqualTo(kind);
    }

    @Test
    void end_of_stream_between_frames_is_none() throws IOException {
        assertThat(read()).isNull();
    }

    @Test
    void end_of_stream_in_a_frame_is_an_error() {
        assertThatThrownBy(() -> read(0, 0)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(0, 0, 0, 3, 8, 1))
                .isInstanceOf(EOFException.class)
                .hasMessage("frame of 3 bytes ended after 1");
        assertThatThrownBy(() -> read(1, 0x7f, 0, 0, 8)).isInstanceOf(EOFException.class); // nothing is allocated
    }

    @Test
    void impossible_length_or_kind_is_an_error() {
        assertThatThrownBy(() -> read(0xff, 0, 0, 0, 8)).hasMessageStartingWith("frame length must be");
        assertThatThrownBy(() -> read(2, 0, 0, 0, 8)).hasMessageStartingWith("frame length must be");
        assertThatThrownBy(() -> read(0, 0, 0, 0, 77)).hasMessage("no kind of frame has number 77");
        assertThatThrownBy(() -> new Frame(Frame.Kind.CALL, new byte[CodecLimits.FRAME + 1])
                        .write(new DataOutputStream(new ByteArrayOutputStream())))
                .isInstanceOf(CodecException.class);
    }

    private static @Nullable Frame read(int... bytes) throws IOException {
        byte[] wire = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wire[i] = (byte) bytes[i];
        }
        return read(wire);
    }

    private static @Nullable Frame read(byte[] wire) throws IOException {
        return Frame.read(new DataInputStream(new ByteArrayInputStream(wire)));
    }
}
