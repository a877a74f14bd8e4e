package portzero.grader.export;

/** Text that a program takes only so much of. */
final class ShortText {
    private ShortText() {}

    /** The text, or its beginning and three dots, {@code max} characters at most; no surrogate pair is torn. */
    static String of(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max - 1);
        boolean torn = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, torn ? end - 1 : end) + "…";
    }
}
