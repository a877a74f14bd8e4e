package portzero.grader.prompt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line. They are separated by spaces, unless quotes hold them together, and are bytes: text is taken in UTF-8, and
 * {@code \n \r \t \0 \\ \" \'} and {@code \xHH} stand for one byte each. {@code "ab"*1000} is the quoted word a thousand times.
 */
final class PromptWords {

    /** Bytes of one word. */
    static final int LONGEST = 8 << 20;

    private static final int HEX_DIGITS = 2;
    private static final int MOST_DIGITS = 7;

    private final String line;
    private int at;

    private PromptWords(String line) {
        this.line = line;
    }

    static List<byte[]> of(String line) throws BadCallException {
        PromptWords words = new PromptWords(line);
        List<byte[]> all = new ArrayList<>();
        for (words.skipSpaces(); words.at < line.length(); words.skipSpaces()) {
            all.add(words.word());
        }
        return all;
    }

    private void skipSpaces() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private byte[] word() throws BadCallException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'') {
                at++;
                word.writeBytes(repeated(quoted(c)));
            } else {
                character(word);
            }
        }
        return word.toByteArray();
    }

    private byte[] quoted(char quote) throws BadCallException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (at < line.length() && line.charAt(at) != quote) {
            character(text);
        }
        if (at == line.length()) {
            throw new BadCallException("A quote is not closed; end the text with " + quote + ".");
        }
        at++;
        return text.toByteArray();
    }

    private byte[] repeated(byte[] text) throws BadCallException {
        int end = at + 1;
        while (end < line.length() && end - at <= MOST_DIGITS && isDigit(line.charAt(end))) {
            end++;
        }
        if (at == line.length() || line.charAt(at) != '*' || end == at + 1) {
            return text;
        }
        long times = Long.parseLong(line.substring(at + 1, end));
        if (times * text.length > LONGEST || (end < line.length() && isDigit(line.charAt(end)))) {
            throw new BadCallException("No more than 8 MiB can be sent at once; repeat the text fewer times.");
        }
        at = end;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (long left = times; left > 0; left--) {
            all.writeBytes(text);
        }
        return all.toByteArray();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The next character, or the byte that an escape stands for. */
    private void character(ByteArrayOutputStream out) throws BadCallException {
        int c = line.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\') {
            out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            return;
        }
        char escape = at < line.length() ? line.charAt(at) : ' ';
        at = Math.min(at + 1, line.length());
        switch (escape) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case '0' -> out.write(0);
            case '\\', '"', '\'' -> out.write(escape);
            case 'x' -> out.write(hex());
            default ->
                throw new BadCallException("After \\ comes one of n r t 0 \\ \" ' or xHH with two hexadecimal digits,"
                        + " as in \"hello\\n\" or \"\\x00\\xff\".");
        }
    }

    private int hex() throws BadCallException {
        String digits = line.substring(at, Math.min(line.length(), at + HEX_DIGITS));
        if (!digits.matches("[0-9a-fA-F]{2}")) {
            throw new BadCallException("\\x needs two hexadecimal digits, as in \\x0a.");
        }
        at += HEX_DIGITS;
        return Integer.parseInt(digits, 16);
    }
}
