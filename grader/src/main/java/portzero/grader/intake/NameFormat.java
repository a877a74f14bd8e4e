package portzero.grader.intake;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How entries are named: first the platform's part, then the student's. */
final class NameFormat {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(name|id|file|time)}|\\*|[^{*]+|\\{");

    private final Pattern head;
    private final Pattern whole;

    /**
     * A format.
     *
     * @param head what the platform writes, with some of the groups {@code name id order late time}
     * @param whole the same and what the student chose, perhaps with the group {@code file}
     */
    NameFormat(Pattern head, Pattern whole) {
        this.head = head;
        this.whole = whole;
    }

    /**
     * What an instructor writes, {@code {id}_{name}_{file}}; {@code *} stands for anything.
     *
     * @throws IllegalArgumentException if nothing in it says whose a submission is; the message says what to write
     */
    static NameFormat of(String pattern) {
        if (!pattern.contains("{name}") && !pattern.contains("{id}")) {
            throw new IllegalArgumentException("must contain {name} or {id}, as in \"{id}_{name}_{file}\"");
        }
        var regex = new StringBuilder();
        var parts = PLACEHOLDER.matcher(pattern);
        while (parts.find()) {
            var name = parts.group(1);
            if (name == null) {
                regex.append(parts.group().equals("*") ? ".*?" : Pattern.quote(parts.group()));
            } else if (regex.indexOf("(?<" + name + ">") >= 0) {
                throw new IllegalArgumentException("has {" + name + "} twice; write * for the second");
            } else {
                regex.append("(?<").append(name).append(name.equals("file") ? ">.+)" : ">.+?)");
            }
        }
        var end = pattern.contains("{file}") ? "" : "(?:\\.tar\\.gz|\\.tgz|\\.tar|\\.zip)?";
        return new NameFormat(Pattern.compile(regex.toString()), Pattern.compile(regex + end));
    }

    /** Where the platform's part of the name is over; -1 if the name is of another format. */
    int headEnd(String name) {
        var matcher = head.matcher(composed(name));
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    /** Reads a name; nothing if it is of another format. */
    Optional<EntryIdentity> read(String entryName) {
        var matcher = whole.matcher(composed(entryName));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var id = group(matcher, "id");
        var name = group(matcher, "name");
        var time = time(group(matcher, "time"));
        var order = group(matcher, "order");
        var file = group(matcher, "file");
        return Optional.of(new EntryIdentity(
                name == null ? String.valueOf(id) : name.strip(),
                id,
                order != null ? "0".repeat(Math.max(0, 20 - order.length())) + order : time == null ? "" : time,
                group(matcher, "late") != null,
                time,
                file == null || file.isEmpty() ? entryName : file));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private @Nullable String group(Matcher matcher, String name) {
        return whole.pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }

    /** The time in the order of ISO 8601, so that texts sort like times; as it is where it is of no known form. */
    private static @Nullable String time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{4}(-\\d\\d){5}")) {
            return text.substring(0, 10) + "T" + text.substring(11).replace('-', ':');
        }
        try {
            var spaced = text.replace(".", "").replaceAll("(\\d{1,2}):?(\\d\\d) ([AP]M)", "$1:$2 $3");
            var formats = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("[MMM][MMMM] d, yyyy h:mm a")
                    .toFormatter(Locale.ENGLISH);
            return LocalDateTime.parse(spaced, formats) + ":00";
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
