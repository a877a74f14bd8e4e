package portzero.grader.mistake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.grader.course.Course;
import portzero.grader.course.Lab;
import portzero.grader.io.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The file that a lab's table is kept in. */
public final class MistakeTableFile {

    /** Its name beside a lab's mistakes, where {@code ./lab vet --signatures} writes it. */
    public static final String NAME = "signatures.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private MistakeTableFile() {}

    /** Where a lab's table is: with the solutions in a checkout, and with the program in a handout. */
    public static Path of(Lab lab) {
        return Course.isHandout(lab.home())
                ? lab.home().resolve(inHandout(lab))
                : lab.solutions().resolve(NAME);
    }

    /** Where a handout has it. */
    public static String inHandout(Lab lab) {
        return ".portzero/mistakes/" + lab.id() + ".json";
    }

    /** A lab's table; an empty one where there is none, or none that can be read, as nothing but advice depends on it. */
    public static MistakeTable read(Lab lab) {
        try {
            return parse(Files.readAllBytes(of(lab)));
        } catch (IOException | JacksonException missing) {
            return MistakeTable.NONE;
        }
    }

    static MistakeTable parse(byte[] json) {
        return MAPPER.readValue(json, MistakeTable.class);
    }

    /** Writes a lab's table. */
    public static void write(Lab lab, MistakeTable table) throws IOException {
        AtomicFile.write(of(lab), bytes(table));
    }

    /** A table as its file has it, the same on every system. */
    public static byte[] bytes(MistakeTable table) {
        return (WRITER.writeValueAsString(table) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
