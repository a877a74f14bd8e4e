package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A program whose score is known.
 *
 * @param name its name among those of its lab
 * @param folders where its sources lie; a file of a later one wins
 * @param isRight whether it scores all points
 */
record Specimen(String name, List<Path> folders, boolean isRight) {

    /** Writes the sources. A comment makes each file unlike all others, so that nothing made of it can be kept. */
    void handIn(Path folder, String comment) throws IOException {
        Files.createDirectories(folder);
        for (var sources : folders) {
            Folders.copy(sources, folder, file -> Folders.isJava(file) && !file.endsWith("package-info.java"));
        }
        for (var file : Folders.files(folder, Folders::isJava)) {
            Files.writeString(file, "// " + comment + "\n", StandardOpenOption.APPEND);
        }
    }
}
