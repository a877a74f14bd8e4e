package portzero.headers;

import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares records field by field, their arrays and lists too, and names the first field that differs. */
final class FieldCheck {

    private static final int MOST_BYTES = 24;

    private FieldCheck() {}

    static void expectSame(Record expected, @Nullable Object actual) {
        compare("", expected, actual);
    }

    private static void compare(String name, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            expectEqual(name, expected, actual);
        } else if (expected instanceof Record) {
            compareComponents(name, expected, actual);
        } else if (expected instanceof List<?> list) {
            compareElements(name, list, (List<?>) actual);
        } else {
            expectEqual(name, expected, actual);
        }
    }

    private static void compareComponents(String name, Object expected, Object actual) {
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            String inner = name.isEmpty() ? component.getName() : name + "." + component.getName();
            compare(inner, value(component, expected), value(component, actual));
        }
    }

    private static @Nullable Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // a record's accessors are public and only read a field
        }
    }

    private static void compareElements(String name, List<?> expected, List<?> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            compare(name + "[" + i + "]", expected.get(i), actual.get(i));
        }
        expectEqual("the number of " + name, expected.size(), actual.size());
    }

    private static void expectEqual(String name, @Nullable Object expected, @Nullable Object actual) {
        if (!text(expected).equals(text(actual))) {
            fail("Expected  %s %s%nbut       %s", name, shown(expected), difference(expected, actual));
        }
    }

    private static String difference(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof byte[] one && actual instanceof byte[] other && one.length != other.length) {
            return "got " + other.length + " bytes instead of " + one.length + ": " + shown(other);
        }
        return "got " + shown(actual);
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private static String shown(@Nullable Object value) {
        if (!(value instanceof byte[] bytes)) {
            return text(value);
        }
        if (bytes.length == 0) {
            return "no bytes";
        }
        HexFormat spaced = HexFormat.ofDelimiter(" ");
        return bytes.length <= MOST_BYTES
                ? spaced.formatHex(bytes)
                : spaced.formatHex(bytes, 0, MOST_BYTES) + " … (" + bytes.length + " bytes)";
    }
}
