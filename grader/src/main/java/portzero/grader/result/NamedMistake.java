package portzero.grader.result;

/**
 * A mistake that a program seems to have.
 *
 * @param sentence what it is, in the student's words
 * @param reading the section of the notes that explains it, {@code tcp#partial-reads}
 */
public record NamedMistake(String sentence, String reading) {}
