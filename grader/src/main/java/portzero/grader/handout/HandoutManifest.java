package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.io.Sha256;

/**
 * The list of a handout's files with their digests, which lies in the handout: what differs from it the student has changed.
 *
 * @param files by path, with {@code /} between folders
 */
record HandoutManifest(Map<String, Entry> files) {
    private static final String FIRST_LINE = "portzero-handout 1";
    private static final String WORK = "work";
    private static final String GIVEN = "given";
    private static final Pattern LINE = Pattern.compile("(work|given) ([0-9a-f]{64}) (\\S.*)");

    HandoutManifest {
        files = new TreeMap<>(files);
    }

    /**
     * One file.
     *
     * @param digest of the content, without regard to the ends of lines
     * @param isWork whether it is a skeleton that the student fills in
     */
    record Entry(String digest, boolean isWork) {}

    /** That of a handout; empty if there is none there, as in a folder that is no handout. */
    static Optional<HandoutManifest> in(Path folder) throws IOException, CourseException {
        var file = folder.resolve(Course.HANDOUT_MANIFEST);
        return Files.isRegularFile(file)
                ? Optional.of(parse(Files.readString(file), file.toString()))
                : Optional.empty();
    }

    /**
     * Reads a manifest.
     *
     * @param where it comes from, for messages
     * @throws CourseException if it is none, or one of a later time
     */
    static HandoutManifest parse(String text, String where) throws CourseException {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new CourseException(
                    where + " is not a list of a handout's files that this program knows; get the" + " handout again.");
        }
        var files = new TreeMap<String, Entry>();
        for (var line : lines.subList(1, lines.size())) {
            var match = LINE.matcher(line);
            if (!match.matches() || !isInside(match.group(3))) {
                throw new CourseException(where + " is damaged; get the handout again.");
            }
            files.put(match.group(3), new Entry(match.group(2), match.group(1).equals(WORK)));
        }
        return new HandoutManifest(files);
    }

    /** Whether a path stays in the folder that it begins in, on every system. */
    private static boolean isInside(String path) {
        return path.matches("[^\\\\:\\p{Cntrl}]+")
                && Pattern.compile("/").splitAsStream(path).noneMatch(part -> part.isEmpty() || part.equals(".."));
    }

    byte[] text() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        files.forEach((path, entry) -> text.append(entry.isWork() ? WORK : GIVEN)
                .append(' ')
                .append(entry.digest())
                .append(' ')
                .append(path)
                .append('\n'));
        return text.toString().getBytes(UTF_8);
    }

    Optional<Entry> entry(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The digest of a file. A text has that of its lines: git and editors change the ends of lines, which is no work. */
    static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.sha256().digest(isText(content) ? withoutReturns(content) : content));
    }

    private static boolean isText(byte[] content) {
        for (var each : content) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] withoutReturns(byte[] text) {
        var lines = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
                lines.write(text[i]);
            }
        }
        return lines.toByteArray();
    }
}
