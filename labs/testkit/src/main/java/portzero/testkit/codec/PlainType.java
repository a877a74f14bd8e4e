package portzero.testkit.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of plain data: what a contract method may take and return.
 *
 * <p>These are primitives and their boxes, {@code String}, {@code byte[]}, enums, {@code Duration}, internet and
 * Unix-domain addresses, {@code Path}, and lists, records and {@code Optional}s of them.
 */
public final class PlainType {

    private static final Map<Class<?>, Set<Tag>> SIMPLE = Map.ofEntries(
            Map.entry(void.class, EnumSet.of(Tag.NULL)),
            Map.entry(Void.class, EnumSet.of(Tag.NULL)),
            Map.entry(boolean.class, EnumSet.of(Tag.FALSE, Tag.TRUE)),
            Map.entry(byte.class, EnumSet.of(Tag.BYTE)),
            Map.entry(short.class, EnumSet.of(Tag.SHORT)),
            Map.entry(char.class, EnumSet.of(Tag.CHAR)),
            Map.entry(int.class, EnumSet.of(Tag.INT)),
            Map.entry(long.class, EnumSet.of(Tag.LONG)),
            Map.entry(float.class, EnumSet.of(Tag.FLOAT)),
            Map.entry(double.class, EnumSet.of(Tag.DOUBLE)),
            Map.entry(Boolean.class, EnumSet.of(Tag.NULL, Tag.FALSE, Tag.TRUE)),
            Map.entry(Byte.class, EnumSet.of(Tag.NULL, Tag.BYTE)),
            Map.entry(Short.class, EnumSet.of(Tag.NULL, Tag.SHORT)),
            Map.entry(Character.class, EnumSet.of(Tag.NULL, Tag.CHAR)),
            Map.entry(Integer.class, EnumSet.of(Tag.NULL, Tag.INT)),
            Map.entry(Long.class, EnumSet.of(Tag.NULL, Tag.LONG)),
            Map.entry(Float.class, EnumSet.of(Tag.NULL, Tag.FLOAT)),
            Map.entry(Double.class, EnumSet.of(Tag.NULL, Tag.DOUBLE)),
            Map.entry(String.class, EnumSet.of(Tag.NULL, Tag.STRING)),
            Map.entry(byte[].class, EnumSet.of(Tag.NULL, Tag.BYTES)),
            Map.entry(Duration.class, EnumSet.of(Tag.NULL, Tag.DURATION)),
            Map.entry(InetAddress.class, EnumSet.of(Tag.NULL, Tag.INET_ADDRESS)),
            Map.entry(InetSocketAddress.class, EnumSet.of(Tag.NULL, Tag.INET_SOCKET_ADDRESS)),
            Map.entry(UnixDomainSocketAddress.class, EnumSet.of(Tag.NULL, Tag.UNIX_ADDRESS)),
            Map.entry(SocketAddress.class, EnumSet.of(Tag.NULL, Tag.INET_SOCKET_ADDRESS, Tag.UNIX_ADDRESS)),
            Map.entry(Path.class, EnumSet.of(Tag.NULL, Tag.PATH)));

    private final Type type;
    private final Class<?> raw;
    private final Set<Tag> tags;

    private PlainType(Type type, Class<?> raw, Set<Tag> tags) {
        this.type = type;
        this.raw = raw;
        this.tags = tags;
    }

    /**
     * Checks that a type and everything in it is plain data.
     *
     * @throws CodecException if it is not, naming it
     */
    public static void check(Type type) throws CodecException {
        check(type, 0);
    }

    private static void check(Type type, int depth) throws CodecException {
        CodecLimits.check("nesting depth of " + type.getTypeName(), depth, CodecLimits.DEPTH);
        PlainType plain = of(type);
        if (plain.tags.contains(Tag.LIST) || plain.tags.contains(Tag.OPTIONAL)) {
            check(plain.element(), depth + 1);
        } else if (plain.tags.contains(Tag.RECORD)) {
            for (Type component : plain.components()) {
                check(component, depth + 1);
            }
        }
    }

    static PlainType of(Type type) throws CodecException {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
            return new PlainType(type, List.class, EnumSet.of(Tag.NULL, Tag.LIST));
        }
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Optional.class) {
            return new PlainType(type, Optional.class, EnumSet.of(Tag.NULL, Tag.OPTIONAL));
        }
        if (type instanceof Class<?> raw) {
            Set<Tag> simple = SIMPLE.get(raw);
            if (simple != null) {
                return new PlainType(type, raw, simple);
            }
            if (raw.isEnum()) {
                return new PlainType(type, raw, EnumSet.of(Tag.NULL, Tag.ENUM));
            }
            if (raw.isRecord()) {
                return new PlainType(type, raw, EnumSet.of(Tag.NULL, Tag.RECORD));
            }
        }
        throw new CodecException(type.getTypeName() + " is not plain data");
    }

    boolean accepts(Tag tag) {
        return tags.contains(tag);
    }

    Type element() {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    Type[] components() {
        return Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .toArray(Type[]::new);
    }

    Object constant(String name) throws CodecException {
        for (Object constant : raw.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new CodecException(raw.getSimpleName() + " has no constant of that name");
    }

    Object create(@Nullable Object[] components) throws CodecException {
        Class<?>[] types = Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = raw.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException | IllegalArgumentException refused) {
            throw new CodecException("impossible " + raw.getSimpleName() + ": " + refused);
        }
    }
}
