package portzero.testkit.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.testkit.trace.DisplayText;

/** Makes the message of an assertion library one for students: values as the steps show them, and no stack of ours. */
final class AssertionMessage {

    private static final Pattern DURATION = Pattern.compile("\\b-?PT(?:-?[0-9.]+[HMS])+");
    private static final Pattern ARRAY = Pattern.compile("\\[B@[0-9a-f]+");
    private static final Pattern FRAME =
            Pattern.compile("\\s+at [\\w.$/@-]+\\(.*\\)|\\s+\\.\\.\\. ?[0-9]+ more.*|\\s*\\.{3}\\(.*");

    private AssertionMessage() {}

    static String text(String message) {
        String plain =
                message.lines().filter(line -> !FRAME.matcher(line).matches()).collect(Collectors.joining("\n"));
        String named = ARRAY.matcher(plain).replaceAll("an array of bytes");
        return DURATION.matcher(named).replaceAll(match -> seconds(match.group()));
    }

    private static String seconds(String duration) {
        try {
            return DisplayText.value(Duration.parse(duration));
        } catch (DateTimeParseException other) {
            return duration;
        }
    }
}
