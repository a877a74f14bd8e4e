package portzero.grader.wording;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the notes explain what a test is about.
 *
 * @param title the section's heading, {@code A read returns what is there}
 * @param href the section, relative to the root of the notes, {@code tcp.html#partial-reads}
 */
public record ReadingLink(String title, String href) {
    public ReadingLink {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(href, "href");
    }

    /** A resolver for when there are no notes: knows no section. */
    public static Function<String, Optional<ReadingLink>> none() {
        return reading -> Optional.empty();
    }

    /** How the section is named in print: {@code tcp, “A read returns what is there”}. */
    public String inPrint(String reading) {
        return chapter(reading) + ", “" + title + "”";
    }

    /** How a section that the notes do not have is named: {@code tcp, partial reads}. */
    public static String unresolved(String reading) {
        return reading.replaceFirst("#", ", ").replace('-', ' ');
    }

    private static String chapter(String reading) {
        int hash = reading.indexOf('#');
        return hash < 0 ? reading : reading.substring(0, hash);
    }
}
