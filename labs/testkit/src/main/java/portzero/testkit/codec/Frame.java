package portzero.testkit.codec;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One message on the pipe: four bytes of length, big-endian, one byte of kind, then the body.
 */
public final class Frame {

    /** What a message is. Each has its own byte on the wire. */
    public enum Kind {
        /** To the host: class files that it may load. */
        DEFINE(1),
        /** To the host: a new test begins. */
        BEGIN(2),
        /** To the host: create an object. */
        CREATE(3),
        /** To the host: call a method. */
        CALL(4),
        /** To the host: where are your threads? */
        THREADS(5),
        /** To the host: what was printed? */
        OUTPUT(6),
        /** To the host: can you go on by yourself? */
        STANDSTILL(10),
        /** To the host: which arrays of the caller's have changed? */
        ARRAYS(11),
        /** From the host: ready. */
        READY(7),
        /** From the host: an answer with a value. */
        RETURNED(8),
        /** From the host: an answer with an exception. */
        THREW(9);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private final Kind kind;
    private final byte[] body;

    /**
     * Makes a frame of a body that the caller no longer changes.
     *
     * @param kind what the message is
     * @param body at most {@link CodecLimits#FRAME} bytes when it is written
     */
    public Frame(Kind kind, byte[] body) {
        this.kind = kind;
        this.body = body;
    }

    /** What the message is. */
    public Kind kind() {
        return kind;
    }

    byte[] body() {
        return body;
    }

    /**
     * Reads the next frame.
     *
     * @return the frame, or null at the end of the stream
     * @throws CodecException if the length or kind is impossible
     * @throws EOFException if the stream ends inside a frame
     */
    public static @Nullable Frame read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int rest = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int length = CodecLimits.check("frame length", first << 24 | rest, CodecLimits.FRAME);
        Kind kind = kind(in.readUnsignedByte());
        // Grows with what arrives: a length is only a claim until the bytes are there.
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("frame of " + length + " bytes ended after " + body.length);
        }
        return new Frame(kind, body);
    }

    private static Kind kind(int code) throws CodecException {
        for (Kind kind : Kind.values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new CodecException("no kind of frame has number " + code);
    }

    /** Writes this frame and flushes. The caller serialises writers. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(CodecLimits.check("frame length", body.length, CodecLimits.FRAME));
        out.writeByte(kind.code);
        out.write(body);
        out.flush();
    }
}
