package portzero.grader.prompt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a parameter takes that one word of a line can say. */
enum ArgumentKind {
    BYTES(byte[].class, "bytes", "\"hello\\n\"") {
        @Override
        Object read(byte[] word) {
            return word.clone();
        }
    },
    TEXT(String.class, "a text", "\"hello\"") {
        @Override
        Object read(byte[] word) {
            return new String(word, StandardCharsets.UTF_8);
        }
    },
    INT(int.class, "a whole number", "5") {
        @Override
        Object read(byte[] word) {
            return Integer.valueOf(text(word));
        }
    },
    LONG(long.class, "a whole number", "5") {
        @Override
        Object read(byte[] word) {
            return Long.valueOf(text(word));
        }
    },
    DOUBLE(double.class, "a number", "0.5") {
        @Override
        Object read(byte[] word) {
            return Double.valueOf(text(word));
        }
    },
    BOOLEAN(boolean.class, "true or false", "true") {
        @Override
        Object read(byte[] word) {
            String text = text(word);
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        }
    },
    DURATION(Duration.class, "a time in ms, s or min", "2s") {
        @Override
        Object read(byte[] word) {
            Matcher time = TIME.matcher(text(word));
            if (!time.matches()) {
                throw new IllegalArgumentException(text(word));
            }
            long units = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "ms" -> Duration.ofMillis(units);
                case "s" -> Duration.ofSeconds(units);
                default -> Duration.ofMinutes(units);
            };
        }
    };

    private static final Pattern TIME = Pattern.compile("(-?[0-9]{1,9})(ms|s|min)");

    private final Class<?> type;
    private final String meaning;
    private final String example;

    ArgumentKind(Class<?> type, String meaning, String example) {
        this.type = type;
        this.meaning = meaning;
        this.example = example;
    }

    /** The kind of a type; empty if no word says what it takes. */
    static Optional<ArgumentKind> of(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
    }

    /** Its values, for a message. */
    String meaning() {
        return meaning;
    }

    /** One of its values, as it is typed. */
    String example() {
        return example;
    }

    /**
     * What a word means.
     *
     * @throws IllegalArgumentException if it means nothing of this kind
     */
    abstract Object read(byte[] word);

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.UTF_8);
    }
}
