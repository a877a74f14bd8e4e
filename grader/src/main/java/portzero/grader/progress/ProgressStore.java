package portzero.grader.progress;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portzero.grader.course.Lab;
import portzero.grader.io.UserCache;

/**
 * Small files, one for each lab, in the folder {@value #FOLDER} of the course, or in the user's cache where the course cannot be
 * written to. They can be deleted at any time. One that cannot be read counts as none, and one that cannot be written is not
 * kept: no work depends on it.
 */
public final class ProgressStore {

    static final String FOLDER = ".portzero";

    private final List<Path> folders;

    private ProgressStore(List<Path> folders) {
        this.folders = folders;
    }

    /** That of a course. */
    public static ProgressStore of(Path home) {
        return new ProgressStore(List.of(home.resolve(FOLDER), UserCache.of(home)));
    }

    /** What is remembered of a lab. */
    public LabRecord read(Lab lab) {
        for (Path folder : folders) {
            Path file = folder.resolve(lab.id() + ".properties");
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return LabRecord.NONE;
    }

    private static LabRecord read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return LabRecord.of(properties);
        } catch (IOException | IllegalArgumentException damaged) {
            return LabRecord.NONE;
        }
    }

    /** Remembers it. */
    public void write(Lab lab, LabRecord record) {
        for (Path folder : folders) {
            if (write(folder, lab, record)) {
                return;
            }
        }
    }

    private static boolean write(Path folder, Lab lab, LabRecord record) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, lab.id(), ".part");
            Files.writeString(part, text(record));
            Files.move(part, folder.resolve(lab.id() + ".properties"), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException readOnly) {
            return false;
        }
    }

    /** Without the date that {@link Properties#store} would put there. */
    private static String text(LabRecord record) throws IOException {
        StringWriter text = new StringWriter();
        record.properties().store(text, null);
        Stream<String> lines =
                text.toString().lines().filter(line -> !line.startsWith("#")).sorted();
        return "# Written by ./lab; may be deleted.\n" + lines.collect(Collectors.joining("\n")) + "\n";
    }
}
