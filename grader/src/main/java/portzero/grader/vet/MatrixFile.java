package portzero.grader.vet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that {@code vet --json} writes. */
public final class MatrixFile {

    private MatrixFile() {}

    /** Writes the matrix; folders in between are made. */
    public static void write(Path file, KillMatrix matrix) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(matrix) + "\n");
    }
}
