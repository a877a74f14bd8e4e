package portzero.grader.handout;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import portzero.grader.course.Lab;

/** The sources of each lab as the handout gave them, of which it keeps a copy. */
public final class Skeletons {
    static final String ARCHIVE = ".portzero/skeletons.zip";

    private Skeletons() {}

    /**
     * Contract and skeleton of a lab of a handout.
     *
     * @return by path below the lab's main sources, with {@code /} between folders
     */
    public static Map<String, byte[]> of(Lab lab) throws IOException {
        var folder = "labs/" + lab.id() + "/src/main/java/";
        var sources = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(lab.home().resolve(ARCHIVE).toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().startsWith(folder))
                    .toList()) {
                sources.put(
                        entry.getName().substring(folder.length()),
                        zip.getInputStream(entry).readAllBytes());
            }
        }
        return sources;
    }

    /** Whether two files have the same lines, whatever ends them. */
    public static boolean isSame(byte[] a, byte[] b) {
        return HandoutManifest.digest(a).equals(HandoutManifest.digest(b));
    }
}
