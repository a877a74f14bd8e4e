package portzero.grader.submission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in a folder. Links are not followed, wherever they lead; hidden folders are not entered. */
final class FolderReader {
    private static final String UNREADABLE = "cannot be read: permission is denied";

    private FolderReader() {}

    static void read(Path folder, SubmissionCollector intake) throws IOException, RejectedException {
        var archive = onlyArchive(folder);
        if (archive.isPresent()) {
            ArchiveReader.read(archive.get(), intake);
            return;
        }
        var visitor = new Visitor(folder, intake);
        Files.walkFileTree(folder, visitor);
        if (visitor.rejection != null) {
            throw visitor.rejection;
        }
    }

    /** Platforms make a folder around whatever was handed in, and that may be just one archive. */
    private static Optional<Path> onlyArchive(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            var shown = entries.filter(entry -> !EntryName.isLitter(EntryName.of(entry)))
                    .limit(2)
                    .toList();
            return shown.size() == 1
                            && Files.isRegularFile(shown.get(0), LinkOption.NOFOLLOW_LINKS)
                            && EntryName.isArchive(shown.get(0).toString())
                    ? Optional.of(shown.get(0))
                    : Optional.empty();
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
                intake.entry();
                if (folder.relativize(directory).getNameCount() > EntryName.DEEPEST) {
                    throw intake.tooDeep();
                }
            });
        }

        /** Somebody took the right away to look into a folder or at a file. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
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
            return visit(() -> take(file, attributes));
        }

        private void take(Path file, BasicFileAttributes attributes) throws IOException, RejectedException {
            intake.entry();
            var path = EntryName.inside(folder, file);
            if (EntryName.isLitter(path)) {
                return;
            }
            if (!attributes.isRegularFile()) {
                intake.ignore(path, attributes.isSymbolicLink() ? "links are not followed" : "not a file");
                return;
            }
            intake.file(path, attributes.size());
            if (!EntryName.isSource(path)) {
                intake.other(path);
                return;
            }
            try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                intake.source(path, content);
            } catch (AccessDeniedException unreadable) {
                intake.ignore(path, UNREADABLE);
            }
        }
    }
}
