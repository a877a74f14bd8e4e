package portzero.grader.compile;

import java.util.List;

/**
 * What a source file declares, as far as it can be parsed.
 *
 * @param packageName empty for the unnamed package
 * @param types the simple names of the top-level classes, interfaces, enums and records
 * @param readable whether the parser got through; if not, nothing is known of the file
 */
public record Outline(String packageName, List<String> types, boolean readable) {
    static final Outline UNREADABLE = new Outline("", List.of(), false);

    public Outline {
        types = List.copyOf(types);
    }

    Outline(String packageName, List<String> types) {
        this(packageName, types, true);
    }
}
