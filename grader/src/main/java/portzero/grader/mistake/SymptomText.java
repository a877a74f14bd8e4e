package portzero.grader.mistake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

/**
 * How a test failed, without what differs from run to run or from one student's program to another's: addresses, ports, numbers,
 * random bytes and words, the messages of exceptions, names of threads and places in files.
 *
 * <p>Messages may quote a submission. They are cut first, and no pattern here goes over a text more than once for each of its characters.
 */
final class SymptomText {
    private static final int LINES = 3;
    private static final int MOST_OF_A_LINE = 400;
    private static final int MOST = 240;

    /** What a decoder puts where bytes are no text; that it is there tells more than any other byte. */
    private static final String REPLACEMENT = "ef bf bd";

    private static final String REPLACED = " <replacement>";
    private static final Pattern OTHER_BYTES = Pattern.compile("byte # differs:|bytes more came|only # bytes came");

    private static final Pattern QUOTED = Pattern.compile("“((?:[^“”\\\\]++|\\\\.)*+)”|\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern SHAPE = Pattern.compile("(\\\\.)|([A-Za-z]++)|([0-9]++)");
    private static final int MOST_OF_A_QUOTATION = 40;

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    /** Before quotations lose their words: what a thread is called, and why it ended. */
    private static final List<Rule> FIRST = List.of(
            Rule.of(" ?\\((?:waited |the program stands still)[^)]*+\\)", ""),
            Rule.of("(ended the thread) “[^”]*+”: ([\\w$]++\\.)*+([\\w$]++).*", "$1: $3"));

    private static final List<Rule> THEN = List.of(
            Rule.of("\\b(throws?|threw) ((?:[\\w$]++\\.)*+)([\\w$]*(?:Exception|Error)):(?:(?! but ).)*+", "$1 $3"),
            Rule.of(
                    "\\S++(?: and \\d++ more like it)? {1,2}(waiting in|blocked in|idle in|running|sleeping)",
                    "<thread> $1"),
            Rule.of(",? ?(?:at )?\\w++\\.java:\\d++(?: \\([^)]*+\\))?", ""),
            Rule.of(
                    "/?(?:\\[[0-9a-f:.]++\\]|\\d++\\.\\d++\\.\\d++\\.\\d++|/[0-9a-f]*+:[0-9a-f:]++)(?::\\d++)?",
                    "<address>"),
            Rule.of("(?:\\b[0-9a-f]{2}\\b ?+){2,}+…?+", "<bytes> "),
            Rule.of("(expected|was|:) [0-9a-f]{2}\\b", "$1 <byte>"),
            Rule.of("\\bseed [0-9a-f]++", "seed"),
            Rule.of("(\\w)#\\d++", "$1"),
            Rule.of("\\d[\\d,.]*+", "#"),
            Rule.of("# bytes?\\b", "# bytes"),
            Rule.of("\\s++", " "));

    private SymptomText() {}

    /** How this test failed; of tests that did not pass. */
    static String of(TestResult test) {
        String message = String.valueOf(test.message());
        String text = message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("  "))
                .limit(LINES)
                .map(line -> line.substring(0, Math.min(line.length(), MOST_OF_A_LINE)))
                .collect(Collectors.joining(" "));
        text = apply(FIRST, text);
        text = QUOTED.matcher(text).replaceAll(SymptomText::shape);
        text = apply(THEN, text).strip();
        String cut = text.substring(0, Math.min(text.length(), MOST));
        return (test.outcome() == Outcome.CRASHED ? "crashed: " : "")
                + cut
                + (message.contains(REPLACEMENT) ? REPLACED : "");
    }

    /** Whether it says that other bytes came, more or fewer, and nothing of how that may have come about. */
    static boolean isOtherBytes(String symptom) {
        return OTHER_BYTES.matcher(symptom).find() && !symptom.endsWith(REPLACED);
    }

    private static String apply(List<Rule> rules, String text) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    /** A quotation as a shape: escapes and punctuation as they are, a letter for each word, a 0 for each number. */
    private static String shape(java.util.regex.MatchResult quotation) {
        String words = quotation.group(1) == null ? quotation.group(2) : quotation.group(1);
        String shape = SHAPE.matcher(words).replaceAll(part -> {
            if (part.group(1) != null) {
                return Matcher.quoteReplacement(part.group(1));
            }
            return part.group(2) == null ? "0" : "a";
        });
        return Matcher.quoteReplacement(
                "\"" + shape.substring(0, Math.min(shape.length(), MOST_OF_A_QUOTATION)) + "\"");
    }
}
