package portzero.testkit.codec;

/** The hard limits of the pipe. Whatever exceeds one is refused before anything is allocated for it. */
public final class CodecLimits {

    /** Bytes in one frame. */
    public static final int FRAME = 24 << 20;
    /** Bytes in one byte array. */
    public static final int BYTES = 16 << 20;
    /** Bytes of UTF-8 in one string. */
    public static final int STRING = 1 << 20;
    /** Superclasses of an exception of the student's own. */
    public static final int SUPERCLASSES = 20;
    /** Elements in one list. */
    public static final int LIST = 100_000;
    /** Lists and records inside each other. */
    public static final int DEPTH = 16;
    /** Values in one frame. */
    public static final int VALUES = 200_000;

    private CodecLimits() {}

    static int check(String what, int value, int most) throws CodecException {
        if (value < 0 || value > most) {
            throw new CodecException(what + " must be 0–" + most + " but was " + value);
        }
        return value;
    }
}
