package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a folder. Links are not followed, wherever they lead; hidden folders are not entered. A file that is deleted meanwhile,
 * as editors do with files of their own, counts as not there.
 */
final class FolderReader {
    private static final String UNREADABLE = "cannot be read: permission is denied";

    private FolderReader() {}

    static void read(Path folder, SubmissionCollector intake) throws IOException, RejectedException {
        var visitor = new Visitor(folder, intake);
        Files.walkFileTree(folder, visitor);
        if (visitor.rejection != null) {
            throw visitor.rejection;
        }
    }

    /** Stops at the first rejection and keeps it, since a visitor may throw I/O errors only. */
    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final SubmissionCollector intake;
        private @Nullable RejectedException rejection;

        Visitor(Path folder, SubmissionCollector intake) {
            this.folder = folder;
            this.intake = intake;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (directory.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            if (EntryName.isLitter(EntryName.of(directory))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return visit(() -> {
                count(EntryName.inside(folder, directory) + "/");
                if (folder.relativize(directory).getNameCount() > EntryName.DEEPEST) {
                    throw intake.tooDeep();
                }
            });
        }

        /** Somebody took the right away to look into a folder or at a file, or the thing itself. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException && !file.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            if (!(failed instanceof AccessDeniedException)) {
                throw failed;
            }
            intake.ignore(EntryName.inside(folder, file), UNREADABLE);
            return FileVisitResult.CONTINUE;
        }

        private interface Step {
            void take() throws IOException, RejectedException;
        }

        private FileVisitResult visit(Step step) throws IOException {
            try {
                step.take();
                return FileVisitResult.CONTINUE;
            } catch (RejectedException e) {
                rejection = e;
                return FileVisitResult.TERMINATE;
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            try {
                return visit(() -> take(file, attributes));
            } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
            }
        }

        private void other(String path, Path file) throws IOException, RejectedException {
            if (!EntryName.isArchive(path)) {
                intake.other(path); // and need not be readable
                return;
            }
            try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                intake.other(path, () -> content, intake.mostPacked());
            } catch (AccessDeniedException unreadable) {
                intake.ignore(path, UNREADABLE);
            }
        }

        /** Whether it is litter. */
        private boolean count(String path) throws RejectedException {
            var litter = EntryName.isLitter(path);
            if (litter) {
                intake.litter();
            } else {
                intake.entry();
            }
            return litter;
        }

        private void take(Path file, BasicFileAttributes attributes) throws IOException, RejectedException {
            var path = EntryName.inside(folder, file);
            if (count(path)) {
                return;
            }
            if (EntryName.isOdd(path)) {
                intake.other(path);
                return;
            }
            if (!attributes.isRegularFile()) {
                intake.ignore(path, attributes.isSymbolicLink() ? "links are not followed" : "not a file");
                return;
            }
            if (!EntryName.isSource(path)) {
                intake.file(path, EntryName.isArchive(path) ? 0 : attributes.size());
                other(path, file);
                return;
            }
            intake.file(path, attributes.size());
            try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                intake.source(path, content);
            } catch (AccessDeniedException unreadable) {
                intake.ignore(path, UNREADABLE);
            }
        }
    }
}
