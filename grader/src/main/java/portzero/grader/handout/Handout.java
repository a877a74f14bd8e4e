package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.io.ReproducibleZip;

/**
 * The files of a handout in memory, its manifest among them.
 *
 * @param files by path, with {@code /} between folders
 */
public record Handout(SortedMap<String, HandoutFile> files) {
    /** The folder in the archive, so that whoever unpacks it gets one folder and not twelve files. */
    static final String FOLDER = "portzero/";

    /** With a manifest of these files. */
    static Handout of(Map<String, HandoutFile> files) {
        var all = new TreeMap<>(files);
        var entries = new LinkedHashMap<String, HandoutManifest.Entry>();
        files.forEach((path, file) ->
                entries.put(path, new HandoutManifest.Entry(HandoutManifest.digest(file.content()), file.isWork())));
        all.put(Course.HANDOUT_MANIFEST, HandoutFile.of(new HandoutManifest(entries).text(), HandoutFile.Kind.GIVEN));
        return new Handout(all);
    }

    HandoutManifest manifest() throws CourseException {
        var manifest = files.get(Course.HANDOUT_MANIFEST);
        if (manifest == null) {
            throw new IllegalStateException("A handout has a manifest");
        }
        return HandoutManifest.parse(new String(manifest.content(), UTF_8), Course.HANDOUT_MANIFEST);
    }

    /** A zip archive of all in one folder. */
    byte[] zip() throws IOException {
        var contents = new TreeMap<String, byte[]>();
        files.forEach((path, file) -> contents.put(FOLDER + path, file.content()));
        return ReproducibleZip.of(
                contents,
                files.entrySet().stream()
                        .filter(file -> file.getValue().isProgram())
                        .map(file -> FOLDER + file.getKey())
                        .collect(Collectors.toSet()));
    }

    /**
     * Writes it to where a user wants it.
     *
     * @param out a zip archive if its name ends so, or a folder: new, empty, or an earlier handout that nobody has worked in
     * @throws CourseException if something else is there
     */
    public void write(Path out) throws IOException, CourseException {
        HandoutOutput.write(this, out);
    }
}
