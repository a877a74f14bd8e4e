package portzero.testkit.codec;

/** What follows in the encoding of a value. Each has its own byte on the wire. */
enum Tag {
    NULL(0),
    FALSE(1),
    TRUE(2),
    BYTE(3),
    SHORT(4),
    CHAR(5),
    INT(6),
    LONG(7),
    FLOAT(8),
    DOUBLE(9),
    STRING(10),
    BYTES(11),
    LIST(12),
    ENUM(13),
    RECORD(14),
    DURATION(15),
    INET_ADDRESS(16),
    INET_SOCKET_ADDRESS(17),
    UNIX_ADDRESS(18),
    PATH(19),
    OPTIONAL(20);

    private static final Tag[] TAGS = values();

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The tag of this code; the codes are 0, 1, 2 … in the order of declaration. */
    static Tag of(int code) throws CodecException {
        return TAGS[CodecLimits.check("value tag", code, TAGS.length - 1)];
    }
}
