package portzero.grader.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.io.AtomicFile;

/** Where a handout is written to. What is not known to be one of before is not touched. */
final class HandoutOutput {
    private HandoutOutput() {}

    static void write(Handout handout, Path out) throws IOException, CourseException {
        if (isArchive(out)) {
            requireHandoutOrNothing(out);
            AtomicFile.write(out, handout.zip());
        } else {
            toFolder(handout, out);
        }
    }

    static boolean isArchive(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static void requireHandoutOrNothing(Path out) throws IOException, CourseException {
        if (Files.isDirectory(out)) {
            throw new CourseException(
                    out + " is a folder; name a file, or a folder whose name does not end with .zip.");
        }
        if (Files.exists(out)) {
            try {
                HandoutReader.read(out);
            } catch (CourseException e) {
                throw new CourseException(
                        out + " is there and is not a handout; name another file, or delete it first.");
            }
        }
    }

    private static void toFolder(Handout handout, Path out) throws IOException, CourseException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new CourseException(out + " is a file; name a folder, or a file whose name ends with .zip.");
        }
        Files.createDirectories(out);
        var before = HandoutManifest.in(out);
        requireUntouched(out, before);
        for (var file : handout.files().entrySet()) {
            write(out, file.getKey(), file.getValue());
        }
        for (var path : before.map(HandoutManifest::files).map(Map::keySet).orElse(Set.of())) {
            if (!handout.files().containsKey(path)) {
                Files.deleteIfExists(out.resolve(path));
            }
        }
    }

    /** Replaces a file of the handout; it is the old one or the new one at any time. */
    static void write(Path folder, String path, HandoutFile file) throws IOException {
        var target = folder.resolve(path);
        AtomicFile.writeLazily(target, file.content());
        if (file.isProgram() && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable; choose another folder.");
        }
    }

    /** A folder with anything in it that is not exactly as a handout was written there may be a student's, or anybody's. */
    private static void requireUntouched(Path out, Optional<HandoutManifest> before)
            throws IOException, CourseException {
        var foreign = firstForeign(out, before.orElse(new HandoutManifest(Map.of())));
        if (foreign.isPresent()) {
            throw new CourseException(out + " holds files that no handout has (" + out.relativize(foreign.get())
                    + "); name a new or empty folder, or update a handout with ./lab update.");
        }
    }

    private static Optional<Path> firstForeign(Path out, HandoutManifest before) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(file -> !Files.isDirectory(file)).sorted().toList();
        }
        for (var file : files) {
            var path = out.relativize(file).toString().replace('\\', '/');
            var known = before.entry(path);
            if (!path.equals(Course.HANDOUT_MANIFEST)
                    && !AtomicFile.isLeftover(file)
                    && (known.isEmpty()
                            || !known.get().digest().equals(HandoutManifest.digest(Files.readAllBytes(file))))) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
