package portzero.grader.compile;

import java.util.List;

/**
 * What a source file declares, as far as it can be parsed.
 *
 * @param packageName empty for the unnamed package
 * @param types the simple names of the top-level classes, interfaces, enums and records
 */
public record Outline(String packageName, List<String> types) {
    public Outline {
        types = List.copyOf(types);
    }
}
