package portzero.grader.compile;

import java.util.List;
import java.util.Set;

/**
 * What a source file declares, as far as it can be parsed.
 *
 * @param packageName empty for the unnamed package
 * @param types the simple names of the top-level classes, interfaces, enums and records
 * @param uses qualified names in its imports and its code, {@code org.junit.jupiter.api.Test} or {@code util.*}; also names
 *     of members and variables with dots in them
 * @param readable whether the parser got through; if not, nothing is known of the file
 */
public record Outline(String packageName, List<String> types, Set<String> uses, boolean readable) {
    static final Outline UNREADABLE = new Outline("", List.of(), Set.of(), false);

    public Outline {
        types = List.copyOf(types);
        uses = Set.copyOf(uses);
    }

    /** Whether it names a class, or all classes of its package. */
    public boolean uses(String packageName, String type) {
        var name = packageName + "." + type;
        return uses.contains(packageName + ".*")
                || uses.contains(name)
                || uses.stream().anyMatch(use -> use.startsWith(name + "."));
    }

    /** Whether it names something in a package, or in one below it. */
    public boolean usesPackage(String packageName) {
        return uses.stream().anyMatch(name -> name.startsWith(packageName + "."));
    }
}
