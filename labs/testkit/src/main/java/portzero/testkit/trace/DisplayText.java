package portzero.testkit.trace;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.testkit.kernel.TcpSocket;

/** How values read in a story: short, and free of control characters. */
public final class DisplayText {

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_TEXT = 40;
    private static final int MOST_BYTES = 32;

    /** Bytes that are text are read at a glance, and so are more of them. */
    private static final int MOST_TEXT = 64;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private DisplayText() {}

    /** A number of bytes, {@code 1,048,576 bytes}. */
    public static String size(long bytes) {
        return bytes == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    /** Bytes: their number, and themselves when they are few, as text if they are nothing else. */
    public static String bytes(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MOST_TEXT) {
            return size(bytes.length);
        }
        String text = text(bytes);
        if (text != null) {
            return size(bytes.length) + " \"" + escaped(text) + "\"";
        }
        return size(bytes.length) + (bytes.length > MOST_BYTES ? "" : ": " + HEX.formatHex(bytes));
    }

    /** Two hexadecimal digits a byte, separated by spaces. */
    public static String hex(byte[] bytes, int from, int to) {
        return HEX.formatHex(bytes, from, to);
    }

    /** Any plain value. */
    public static String value(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof InetSocketAddress endpoint) {
            return line(TcpSocket.text(endpoint)); // an unresolved name may be any text
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Throwable thrown) {
            return line(thrown.getClass().getSimpleName()
                    + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()));
        }
        if (value instanceof Duration duration) {
            return seconds(duration);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .limit(8)
                    .map(DisplayText::value)
                    .collect(Collectors.joining(", ", "[", list.size() > 8 ? ", …]" : "]"));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> "Optional of " + value(present)).orElse("Optional.empty");
        }
        if (value instanceof Record record && hasArrays(record.getClass())) {
            return line(components(record));
        }
        return line(String.valueOf(value));
    }

    /** Whether a record would show arrays by their addresses, as it is or in what it holds. */
    private static boolean hasArrays(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(part -> part == byte[].class || part == List.class || (part.isRecord() && hasArrays(part)));
    }

    private static String components(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + value(component(component, record)))
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "[", "]"));
    }

    private static @Nullable Object component(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // the record may be of a package that nobody else sees
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }

    /** {@code 0.3 s}. */
    private static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }

    /** A text as one bounded line, with control characters and direction marks shown as escapes. */
    public static String line(String text) {
        String bounded = text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + " …";
        return escaped(bounded);
    }

    /** A text of several lines, each as {@link #line} shows it, and at most so many of them. */
    public static List<String> lines(String text, int most) {
        List<String> lines = text.lines().limit(most + 1L).toList();
        Stream<String> kept = lines.stream().limit(most).map(DisplayText::line);
        return lines.size() <= most
                ? kept.toList()
                : Stream.concat(kept, Stream.of("… (more lines left out)")).toList();
    }

    /** Shows control characters, line ends among them, as escapes. */
    public static String escaped(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(escape(c));
            }
        });
        return shown.toString();
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", c);
        };
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_TEXT
                ? "\"" + escaped(text) + "\""
                : "\"" + escaped(text.substring(0, LONGEST_TEXT)) + "…\" (" + text.length() + " characters)";
    }

    /** The bytes as UTF-8 text of printable characters and line ends; null if they are none. */
    private static @Nullable String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isText = text.codePoints().allMatch(c -> c == '\n' || c == '\r' || isPrintable(c))
                && text.indexOf('\ufffd') < 0; // also where it stands for itself: its bytes are the news then
        return isText ? text : null;
    }
}
