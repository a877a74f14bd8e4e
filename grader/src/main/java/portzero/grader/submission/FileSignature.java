package portzero.grader.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells kinds of files apart by their first bytes, whatever their names say. */
enum FileSignature {
    ZIP("a zip archive", 'P', 'K', 3, 4),
    EMPTY_ZIP("a zip archive", 'P', 'K', 5, 6),
    GZIP("gzip", 0x1f, 0x8b),
    RAR("a RAR archive", 'R', 'a', 'r', '!'),
    SEVEN_ZIP("a 7z archive", '7', 'z', 0xbc, 0xaf),
    XZ("xz", 0xfd, '7', 'z', 'X', 'Z'),
    BZIP2("bzip2", 'B', 'Z', 'h'),
    PDF("a PDF document", '%', 'P', 'D', 'F'),
    JAVA_CLASS("a compiled Java class", 0xca, 0xfe, 0xba, 0xbe),
    WEB_PAGE("a web page", '<', '!'),
    UNKNOWN("");

    private static final int SHOWN = 8;

    private final String kind;
    private final String start;

    FileSignature(String kind, int... start) {
        this.kind = kind;
        var characters = new StringBuilder();
        for (var one : start) {
            characters.append((char) one);
        }
        this.start = characters.toString();
    }

    /** Whether archives that begin so are read; a tar archive without compression has no such beginning. */
    boolean canBeOpened() {
        return this == ZIP || this == EMPTY_ZIP || this == GZIP;
    }

    static FileSignature of(byte[] content) {
        var text = beginning(content);
        return Arrays.stream(values())
                .filter(candidate -> text.startsWith(candidate.start))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String beginning(byte[] content) {
        return new String(content, 0, Math.min(SHOWN, content.length), StandardCharsets.ISO_8859_1);
    }

    /** {@code it starts with "Rar!", a RAR archive}, or in hexadecimal what cannot be read. */
    static String describe(byte[] content) {
        if (content.length == 0) {
            return "it is an empty file";
        }
        var text = beginning(content);
        var readable = text.chars().takeWhile(c -> c >= ' ' && c < 0x7f).count();
        var shown = readable >= Math.min(4, text.length())
                ? '"' + text.substring(0, (int) readable).strip() + '"'
                : HexFormat.ofDelimiter(" ").formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
        var kind = of(content).kind;
        return "it starts with " + shown + (kind.isEmpty() ? "" : ", " + kind);
    }
}
