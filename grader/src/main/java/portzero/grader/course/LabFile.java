package portzero.grader.course;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/** Reads {@code lab.properties}, which describes a lab. */
final class LabFile {

    static final String NAME = "lab.properties";

    private final Path file;
    private final Properties properties = new Properties();

    private LabFile(Path file) throws CourseException {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new CourseException("Cannot read " + file + ": " + failed.getMessage());
        }
    }

    static Lab read(Path home, Path folder) throws CourseException {
        LabFile lab = new LabFile(folder.resolve(NAME));
        return new Lab(
                folder.getFileName().toString(),
                lab.number(),
                lab.value("name"),
                lab.value("title"),
                lab.value("package"),
                Arrays.stream(lab.value("deliverables").split(",", -1))
                        .map(String::strip)
                        .toList(),
                home);
    }

    private int number() throws CourseException {
        String number = value("number");
        if (!number.matches("[1-9][0-9]?")) {
            throw new CourseException(file + ": number must be 1 to 99 but was " + number);
        }
        return Integer.parseInt(number);
    }

    private String value(String key) throws CourseException {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new CourseException(file + " lacks a value for " + key + "; add a line " + key + "=…");
        }
        return value;
    }
}
