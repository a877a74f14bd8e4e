package portzero.testkit.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes plain data, each value with its tag, into the body of one frame. Not thread-safe. */
public final class ValueWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int depth;
    private int values;

    /** A frame with everything written so far. */
    public Frame frame(Frame.Kind kind) {
        return new Frame(kind, bytes.toByteArray());
    }

    /** Writes a number without a tag. */
    public ValueWriter number(int value) throws IOException {
        out.writeInt(value);
        return this;
    }

    /** Writes a text without a tag, at most {@link CodecLimits#STRING} bytes of UTF-8. */
    public ValueWriter text(String value) throws IOException {
        return block("string length", value.getBytes(StandardCharsets.UTF_8), CodecLimits.STRING);
    }

    /** Writes a block of bytes without a tag, at most {@link CodecLimits#BYTES}. */
    public ValueWriter block(byte[] value) throws IOException {
        return block("byte array length", value, CodecLimits.BYTES);
    }

    /**
     * Writes a value with its tag.
     *
     * @throws CodecException if the value is not plain data or exceeds a bound
     */
    public ValueWriter value(@Nullable Object value) throws IOException {
        values = CodecLimits.check("number of values", values + 1, CodecLimits.VALUES);
        if (value == null) {
            tag(Tag.NULL);
        } else if (!scalar(value) && !address(value)) {
            compound(value);
        }
        return this;
    }

    private boolean scalar(Object value) throws IOException {
        if (value instanceof Boolean b) {
            tag(b ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Byte b) {
            tag(Tag.BYTE).writeByte(b);
        } else if (value instanceof Short s) {
            tag(Tag.SHORT).writeShort(s);
        } else if (value instanceof Character c) {
            tag(Tag.CHAR).writeChar(c);
        } else if (value instanceof Integer i) {
            tag(Tag.INT).writeInt(i);
        } else if (value instanceof Long l) {
            tag(Tag.LONG).writeLong(l);
        } else if (value instanceof Float f) {
            tag(Tag.FLOAT).writeFloat(f);
        } else if (value instanceof Double d) {
            tag(Tag.DOUBLE).writeDouble(d);
        } else {
            return false;
        }
        return true;
    }

    private boolean address(Object value) throws IOException {
        if (value instanceof InetAddress address) {
            tag(Tag.INET_ADDRESS);
            block(address.getAddress());
        } else if (value instanceof InetSocketAddress address) {
            InetAddress ip = address.getAddress();
            tag(Tag.INET_SOCKET_ADDRESS).writeInt(address.getPort());
            block(ip == null ? new byte[0] : ip.getAddress());
            text(ip == null ? address.getHostString() : "");
        } else if (value instanceof UnixDomainSocketAddress address) {
            tag(Tag.UNIX_ADDRESS);
            text(address.getPath().toString());
        } else if (value instanceof Path path) {
            tag(Tag.PATH);
            text(path.toString());
        } else {
            return false;
        }
        return true;
    }

    private void compound(Object value) throws IOException {
        if (value instanceof String text) {
            tag(Tag.STRING);
            text(text);
        } else if (value instanceof byte[] array) {
            tag(Tag.BYTES);
            block(array);
        } else if (value instanceof Enum<?> constant) {
            tag(Tag.ENUM);
            text(constant.name());
        } else if (value instanceof Duration duration) {
            tag(Tag.DURATION).writeLong(duration.getSeconds());
            out.writeInt(duration.getNano());
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Optional<?> optional) {
            optional(optional);
        } else if (value instanceof Record object) {
            components(object);
        } else {
            throw new CodecException(value.getClass().getName() + " is not plain data");
        }
    }

    private void list(List<?> list) throws IOException {
        deeper();
        Object[] elements = list.toArray(); // one look: the list may be the student's own and change
        tag(Tag.LIST).writeInt(CodecLimits.check("list size", elements.length, CodecLimits.LIST));
        for (Object element : elements) {
            value(element);
        }
        depth--;
    }

    private void optional(Optional<?> optional) throws IOException {
        deeper();
        tag(Tag.OPTIONAL);
        value(optional.orElse(null));
        depth--;
    }

    private void components(Record object) throws IOException {
        deeper();
        RecordComponent[] components = object.getClass().getRecordComponents();
        tag(Tag.RECORD).writeInt(components.length);
        for (RecordComponent component : components) {
            value(read(object, component));
        }
        depth--;
    }

    private static @Nullable Object read(Record object, RecordComponent component) throws CodecException {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(object);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new CodecException("cannot read " + component + ": " + failed);
        }
    }

    private void deeper() throws CodecException {
        depth = CodecLimits.check("nesting depth", depth + 1, CodecLimits.DEPTH);
    }

    private DataOutputStream tag(Tag tag) throws IOException {
        out.writeByte(tag.code());
        return out;
    }

    private ValueWriter block(String what, byte[] value, int most) throws IOException {
        out.writeInt(CodecLimits.check(what, value.length, most));
        CodecLimits.check("frame length", bytes.size() + value.length, CodecLimits.FRAME);
        out.write(value);
        return this;
    }
}
