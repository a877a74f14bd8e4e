package portzero.grader.limits;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a limit counts, and how its values are written. */
public enum Unit {
    /** {@code 64 MiB}; a number alone is bytes. */
    BYTES("bytes", "a size such as 64 MiB"),
    /** {@code 120 s} or {@code 2 min}; a number alone is seconds. */
    SECONDS("seconds", "a time such as 120 s"),
    /** A number. */
    COUNT("number", "a whole number");

    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})\\s*([A-Za-z]*)");

    private final String word;
    private final String description;

    Unit(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** In a table: {@code bytes}. */
    public String word() {
        return word;
    }

    /** In a message: {@code a size such as 64 MiB}. */
    String description() {
        return description;
    }

    /** The value that the text means; empty if it means none. */
    OptionalLong parse(String text) {
        var matcher = VALUE.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long factor = factor(matcher.group(2));
        long number = Long.parseLong(matcher.group(1));
        return factor == 0 || number > Long.MAX_VALUE / factor
                ? OptionalLong.empty()
                : OptionalLong.of(number * factor);
    }

    /** How much one of that name is; 0 if there is none. */
    private long factor(String name) {
        if (name.isEmpty()) {
            return 1;
        }
        return switch (this) {
            case BYTES ->
                switch (name) {
                    case "B" -> 1;
                    case "KiB" -> 1L << 10;
                    case "MiB" -> 1L << 20;
                    case "GiB" -> 1L << 30;
                    default -> 0;
                };
            case SECONDS ->
                switch (name) {
                    case "s" -> 1;
                    case "min" -> 60;
                    default -> 0;
                };
            case COUNT -> 0;
        };
    }

    /** The value as {@link #parse} reads it back: {@code 64 MiB}, {@code 120 s}, {@code 512}. */
    public String format(long value) {
        return switch (this) {
            case BYTES -> size(value);
            case SECONDS -> value + " s";
            case COUNT -> Long.toString(value);
        };
    }

    /** In the largest unit that leaves nothing over. */
    private static String size(long bytes) {
        var names = List.of("B", "KiB", "MiB", "GiB");
        int power = 0;
        long number = bytes;
        while (power < names.size() - 1 && number > 0 && number % 1024 == 0) {
            number /= 1024;
            power++;
        }
        return number + " " + names.get(power);
    }
}
