package portzero.grader.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The files below a folder in which somebody is at work: an editor makes and deletes files of its own there, and {@link Files#walk}
 * fails when one that it was about to look at has gone.
 */
public final class FileTree {

    private FileTree() {}

    /**
     * All files that are there, at any depth and sorted; links are not followed.
     *
     * @throws NoSuchFileException if the folder itself is not there
     */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException && !file.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        files.sort(null);
        return files;
    }
}
