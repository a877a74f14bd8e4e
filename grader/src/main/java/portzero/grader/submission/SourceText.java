package portzero.grader.submission;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import portzero.grader.text.DisplayName;

/**
 * Decodes source files: UTF-8, with or without a byte-order mark, UTF-16 with one, and what is neither as Windows-1252, which
 * is what Windows editors save.
 */
final class SourceText {
    private static final char MARK = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SourceText() {}

    /**
     * The text, without a byte-order mark.
     *
     * @throws RejectedException when the file is no text
     */
    static String decode(SubmittedFile file) throws RejectedException {
        var charset = charset(file.bytes());
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file.bytes()))
                    .toString();
            return withoutMark(requireText(file, text));
        } catch (CharacterCodingException e) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                throw refused(file, "is damaged in line " + firstBadLine(file.bytes(), charset));
            }
            return requireText(file, new String(file.bytes(), WINDOWS));
        }
    }

    /** What to tell the student of the file's encoding; empty if there is nothing to tell. */
    static Optional<String> note(SubmittedFile file) {
        if (!charset(file.bytes()).equals(StandardCharsets.UTF_8) || isUtf8(file.bytes())) {
            return Optional.empty();
        }
        return Optional.of(DisplayName.name(file.path()) + " is not UTF-8 (see line "
                + firstBadLine(file.bytes(), StandardCharsets.UTF_8) + ") and was read as Windows-1252");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String requireText(SubmittedFile file, String text) throws RejectedException {
        if (text.indexOf('\0') >= 0) {
            throw refused(file, "contains zero bytes, as UTF-16 without a byte-order mark does");
        }
        return text;
    }

    /** The text with what cannot be decoded replaced; good enough to see which package it is in. */
    static String decodeLeniently(SubmittedFile file) {
        return withoutMark(new String(file.bytes(), charset(file.bytes())));
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        var start = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return switch (start) {
            case 0xfffe -> StandardCharsets.UTF_16LE;
            case 0xfeff -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static RejectedException refused(SubmittedFile file, String what) {
        return new RejectedException(
                DisplayName.name(file.path()) + " " + what + ": save it as UTF-8 in your editor and hand it in again.");
    }

    private static long firstBadLine(byte[] bytes, Charset charset) {
        var good = new String(bytes, charset).chars().takeWhile(c -> c != '\uFFFD');
        return 1 + good.filter(c -> c == '\n').count();
    }
}
