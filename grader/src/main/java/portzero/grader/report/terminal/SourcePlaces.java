package portzero.grader.report.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Places in a student's files, as editors and terminals can open them: {@code labs/…/EchoServer.java:41}. */
final class SourcePlaces {

    private final Path work;

    /** @param work the folder that the files lie below */
    SourcePlaces(Path work) {
        this.work = work;
    }

    /** A place in a file, from the current folder if the file is in it. */
    String of(String path, long line) {
        return text(work.resolve(path), line);
    }

    private static String text(Path file, long line) {
        Path here = Path.of("").toAbsolutePath();
        Path full = file.toAbsolutePath().normalize();
        return (full.startsWith(here) ? here.relativize(full) : full) + ":" + line;
    }

    /** A place in a file of which only the last part of the name is known; empty if there is no such file, or several. */
    Optional<String> find(String name, long line) {
        if (!Files.isDirectory(work)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(work)) {
            var found = files.filter(file -> file.endsWith(name)).limit(2).toList();
            return found.size() == 1 ? Optional.of(text(found.get(0), line)) : Optional.empty();
        } catch (java.io.IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
