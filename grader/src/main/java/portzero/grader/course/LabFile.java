package portzero.grader.course;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import portzero.testkit.external.ServerDescription;
import portzero.testkit.wire.Transport;

/** Reads {@code lab.properties}, which describes a lab. */
final class LabFile {

    static final String NAME = "lab.properties";

    private static final String NONE = "none";
    private static final String SAMPLE = "server.start.";

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
                lab.names("deliverables"),
                home);
    }

    static LabFile of(Lab lab) throws CourseException {
        return new LabFile(lab.folder().resolve(NAME));
    }

    /** The lines that begin with {@code server}; none where it says that the lab's server cannot be started by itself. */
    Optional<LabServer> server() throws CourseException {
        if (properties.getProperty("server") == null || value("server").equals(NONE)) {
            return Optional.empty();
        }
        Map<String, String> samples = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(SAMPLE)) {
                samples.put(key.substring(SAMPLE.length()), properties.getProperty(key));
            }
        }
        return Optional.of(new LabServer(
                new ServerDescription(value("server"), transport("server.transport")),
                Boolean.parseBoolean(properties.getProperty("server.keeps-nothing", "false")),
                samples,
                value("server.ask"),
                value("server.note")));
    }

    /** The lines that begin with {@code client}; none where it says that nothing in the lab speaks to a server. */
    Optional<LabClient> client() throws CourseException {
        if (properties.getProperty("client") == null || value("client").equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(new LabClient(names("client"), transport("client.transport")));
    }

    private List<String> names(String key) throws CourseException {
        return Arrays.stream(value(key).split(",", -1)).map(String::strip).toList();
    }

    private Transport transport(String key) throws CourseException {
        return switch (value(key)) {
            case "tcp" -> Transport.TCP;
            case "udp" -> Transport.UDP;
            default -> throw new CourseException(file + ": " + key + " must be tcp or udp but was " + value(key));
        };
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
