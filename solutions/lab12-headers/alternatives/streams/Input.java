package portzero.headers;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** Reads headers from a stream; whatever ends too early is an {@link IllegalArgumentException}, and nobody has to look before. */
final class Input {

    /** Something that is read. */
    interface Format<T> {
        T read(DataInputStream in) throws IOException;
    }

    private Input() {}

    static <T> T read(byte[] bytes, Format<T> format) {
        try {
            return format.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException tooShort) {
            throw new IllegalArgumentException("Cut short after " + bytes.length + " bytes", tooShort);
        }
    }

    static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    static void check(boolean sound, String message) {
        if (!sound) {
            throw new IllegalArgumentException(message);
        }
    }
}
