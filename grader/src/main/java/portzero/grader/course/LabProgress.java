package portzero.grader.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How far a checkout is in a lab, as the skeleton's open places tell.
 *
 * @param missing deliverables that are not there
 * @param open deliverables that still have a TODO or an unwritten method
 */
public record LabProgress(List<String> missing, List<String> open) {

    private static final List<String> MARKS = List.of("TODO", "UnsupportedOperationException(\"");

    public LabProgress {
        missing = List.copyOf(missing);
        open = List.copyOf(open);
    }

    /** Looks at the lab's files. */
    public static LabProgress of(Lab lab) {
        List<String> missing = lab.deliverables().stream()
                .filter(name -> !Files.isRegularFile(source(lab, name)))
                .toList();
        List<String> open = lab.deliverables().stream()
                .filter(name -> isOpen(source(lab, name)))
                .toList();
        return new LabProgress(missing, open);
    }

    private static Path source(Lab lab, String name) {
        return lab.mainSources().resolve(lab.packageName().replace('.', '/')).resolve(name + ".java");
    }

    private static boolean isOpen(Path file) {
        try {
            String text = Files.readString(file);
            return MARKS.stream().anyMatch(text::contains);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether nothing is left to write; whether it is right, only the tests can tell. */
    public boolean isWritten() {
        return missing.isEmpty() && open.isEmpty();
    }

    /** The progress in words. */
    public String text() {
        if (!missing.isEmpty()) {
            return "missing: " + String.join(", ", missing);
        }
        return isWritten() ? "written; ./lab test shows how well" : "to do: " + String.join(", ", open);
    }
}
