package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;

/** Reads handouts, folders and archives, and holds each file against the manifest. */
final class HandoutReader {

    /** Something that has files by their paths. */
    private interface Source {
        Optional<byte[]> content(String path) throws IOException;
    }

    private HandoutReader() {}

    /**
     * Reads a whole handout.
     *
     * @throws CourseException if it is none, or one that is damaged
     */
    static Handout read(Path from) throws IOException, CourseException {
        if (Files.isDirectory(from)) {
            return read(from, path -> {
                var file = from.resolve(path);
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            });
        }
        if (!Files.exists(from)) {
            throw new NoSuchFileException(from.toString());
        }
        try (var zip = new ZipFile(from.toFile())) {
            var folder = folder(zip);
            return read(from, path -> {
                var entry = zip.getEntry(folder + path);
                return entry == null
                        ? Optional.empty()
                        : Optional.of(zip.getInputStream(entry).readAllBytes());
            });
        } catch (ZipException e) {
            throw new CourseException(from + " is not a zip archive, or a damaged one; get the handout again.");
        }
    }

    /** What stands before the names of all files. */
    private static String folder(ZipFile zip) {
        return zip.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.endsWith(Course.HANDOUT_MANIFEST))
                .min(Comparator.comparingInt(String::length))
                .map(name -> name.substring(0, name.length() - Course.HANDOUT_MANIFEST.length()))
                .orElse("");
    }

    private static Handout read(Path from, Source source) throws IOException, CourseException {
        var list = source.content(Course.HANDOUT_MANIFEST);
        if (list.isEmpty()) {
            throw new CourseException(from + " is not a handout: it has no file " + Course.HANDOUT_MANIFEST + ".");
        }
        var manifest = HandoutManifest.parse(new String(list.get(), UTF_8), from + "/" + Course.HANDOUT_MANIFEST);
        var files = new TreeMap<String, HandoutFile>();
        for (var file : manifest.files().entrySet()) {
            var content = source.content(file.getKey());
            if (content.isEmpty()
                    || !HandoutManifest.digest(content.get())
                            .equals(file.getValue().digest())) {
                throw new CourseException(from + " is not as it was made: " + file.getKey()
                        + (content.isEmpty() ? " is missing" : " has been changed") + ". Get the handout again.");
            }
            files.put(file.getKey(), HandoutFile.of(content.get(), kind(file.getKey(), file.getValue())));
        }
        return Handout.of(files);
    }

    private static HandoutFile.Kind kind(String path, HandoutManifest.Entry entry) {
        if (entry.isWork()) {
            return HandoutFile.Kind.WORK;
        }
        return path.equals(HandoutBuilder.LAUNCHER) ? HandoutFile.Kind.PROGRAM : HandoutFile.Kind.GIVEN;
    }
}
