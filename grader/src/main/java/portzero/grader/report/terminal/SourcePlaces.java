package portzero.grader.report.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import portzero.grader.result.TestResult;

/** Places in a student's files, as editors and terminals can open them: {@code labs/…/EchoServer.java:41}. */
final class SourcePlaces {

    private static final Pattern PLACE = Pattern.compile("(\\w+\\.java):(\\d{1,9})");
    private static final int MOST = 3;

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

    /** The first places that a test's outcome names: in its message, and where threads stood. */
    List<String> namedIn(TestResult test) {
        String text = Objects.requireNonNullElse(test.message(), "") + "\n" + String.join("\n", test.threads());
        return PLACE.matcher(text)
                .results()
                .flatMap(place -> find(place.group(1), Long.parseLong(place.group(2))).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A place in a file of which only the last part of the name is known; empty if there is no such file, or several. */
    Optional<String> find(String name, long line) {
        if (!Files.isDirectory(work)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(work)) {
            var found = files.filter(file -> file.endsWith(name)).limit(2).toList();
            return found.size() == 1 ? Optional.of(text(found.get(0), line)) : Optional.empty();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
