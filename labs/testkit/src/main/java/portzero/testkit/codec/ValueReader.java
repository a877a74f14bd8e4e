package portzero.testkit.codec;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link ValueWriter} wrote, but only values of the type that is expected: no name that came over
 * the pipe ever decides which class is used. Not thread-safe.
 */
public final class ValueReader {

    private final DataInputStream in;
    private int depth;
    private int values;

    public ValueReader(Frame frame) {
        in = new DataInputStream(new ByteArrayInputStream(frame.body()));
    }

    /** Reads a number without a tag. */
    public int number() throws IOException {
        return in.readInt();
    }

    /** Reads a number without a tag that must be 0 to {@code most}. */
    public int count(String what, int most) throws IOException {
        return CodecLimits.check(what, in.readInt(), most);
    }

    /** Reads a text without a tag. */
    public String text() throws IOException {
        return new String(block("string length", CodecLimits.STRING), StandardCharsets.UTF_8);
    }

    /** Reads a block of bytes without a tag. */
    public byte[] block() throws IOException {
        return block("byte array length", CodecLimits.BYTES);
    }

    /** Checks that nothing follows. */
    public void end() throws IOException {
        if (in.available() > 0) {
            throw new CodecException("frame has " + in.available() + " bytes too many");
        }
    }

    /**
     * Reads a value of the expected type.
     *
     * @param expected a type that {@link PlainType#check} accepts
     * @throws CodecException if something else follows
     */
    public @Nullable Object value(Type expected) throws IOException {
        values = CodecLimits.check("number of values", values + 1, CodecLimits.VALUES);
        Tag tag = Tag.of(in.readUnsignedByte());
        PlainType type = PlainType.of(expected);
        if (!type.accepts(tag)) {
            throw new CodecException("expected " + expected.getTypeName() + " but a " + tag + " came");
        }
        return switch (tag) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case BYTE -> in.readByte();
            case SHORT -> in.readShort();
            case CHAR -> in.readChar();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case STRING -> text();
            case BYTES -> block();
            case LIST -> list(type);
            case ENUM -> type.constant(text());
            case RECORD -> type.create(components(type));
            case DURATION -> duration();
            case INET_ADDRESS -> ip(block("address length", 16));
            case INET_SOCKET_ADDRESS -> endpoint();
            case UNIX_ADDRESS -> UnixDomainSocketAddress.of(path());
            case PATH -> path();
            case OPTIONAL -> optional(type);
        };
    }

    private List<@Nullable Object> list(PlainType type) throws IOException {
        deeper();
        int size = count("list size", CodecLimits.LIST);
        List<@Nullable Object> list = new ArrayList<>(Math.min(size, 64)); // the size is only a claim
        for (int i = 0; i < size; i++) {
            list.add(value(type.element()));
        }
        depth--;
        return Collections.unmodifiableList(list);
    }

    /** Empty is written as null. */
    private Optional<Object> optional(PlainType type) throws IOException {
        deeper();
        Optional<Object> optional = Optional.ofNullable(value(type.element()));
        depth--;
        return optional;
    }

    private @Nullable Object[] components(PlainType type) throws IOException {
        deeper();
        Type[] types = type.components();
        int size = in.readInt();
        if (size != types.length) {
            throw new CodecException("expected " + types.length + " record components but was " + size);
        }
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i]);
        }
        depth--;
        return values;
    }

    private Duration duration() throws IOException {
        long seconds = in.readLong();
        return Duration.ofSeconds(seconds, CodecLimits.check("nanoseconds", in.readInt(), 999_999_999));
    }

    private InetSocketAddress endpoint() throws IOException {
        int port = CodecLimits.check("port", in.readInt(), 65_535);
        byte[] address = block("address length", 16);
        String host = text();
        return address.length == 0
                ? InetSocketAddress.createUnresolved(host, port)
                : new InetSocketAddress(ip(address), port);
    }

    private static InetAddress ip(byte[] address) throws IOException {
        if (address.length != 4 && address.length != 16) {
            throw new CodecException("address length must be 4 or 16 but was " + address.length);
        }
        return InetAddress.getByAddress(address);
    }

    private Path path() throws IOException {
        try {
            return Path.of(text());
        } catch (InvalidPathException invalid) {
            throw new CodecException("invalid path: " + invalid.getMessage());
        }
    }

    private void deeper() throws CodecException {
        depth = CodecLimits.check("nesting depth", depth + 1, CodecLimits.DEPTH);
    }

    private byte[] block(String what, int most) throws IOException {
        int length = count(what, most);
        if (length > in.available()) {
            throw new EOFException(what + " is " + length + " but only " + in.available() + " bytes follow");
        }
        return in.readNBytes(length);
    }
}
