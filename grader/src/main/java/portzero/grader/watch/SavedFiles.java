package portzero.grader.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java files below a folder, as they were last seen.
 *
 * <p>Looks at them again and again. The events that operating systems have for this differ too much: macOS tells Java of a save
 * after seconds, and an editor that saves by renaming, or writes a file twice, makes several. A look at a dozen files takes a
 * fraction of a millisecond, most of it to ask for their times; a file is read only where its time, size or identity is another,
 * and for a second after that, for two saves may have the same time. Not thread-safe.
 */
final class SavedFiles {

    private static final String JAVA = ".java";
    private static final long RECENT = 1_000_000_000L;
    private static final long EMPTY_FOR = 300_000_000L;

    /** A file as it was. */
    private record State(long time, long size, @Nullable Object key, int hash, long seen) {
        boolean looksLike(BasicFileAttributes now) {
            return time == now.lastModifiedTime().toMillis()
                    && size == now.size()
                    && Objects.equals(key, now.fileKey());
        }
    }

    private final Path folder;
    private Map<Path, State> told;
    private Map<Path, State> last;

    SavedFiles(Path folder) {
        this.folder = folder;
        last = look(Map.of());
        told = last;
    }

    /**
     * The files that were saved, made or deleted since the last time that there were any, by their names; none while they
     * still change from one look to the next.
     */
    List<String> look() {
        Map<Path, State> now = look(last);
        boolean settled = same(now, last) && now.values().stream().noneMatch(SavedFiles::isBeingWritten);
        last = now;
        if (!settled || same(now, told)) {
            return List.of();
        }
        List<String> names = changes(told, now);
        told = now;
        return names;
    }

    /** Editors that write a file in place empty it first. */
    private static boolean isBeingWritten(State state) {
        return state.size == 0 && System.nanoTime() - state.seen < EMPTY_FOR;
    }

    private static boolean same(Map<Path, State> one, Map<Path, State> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(
                                file -> file.getValue().hash == Objects.requireNonNull(other.get(file.getKey())).hash);
    }

    private static List<String> changes(Map<Path, State> before, Map<Path, State> now) {
        TreeMap<Path, State> all = new TreeMap<>(before);
        all.putAll(now);
        List<String> names = new ArrayList<>();
        for (Path file : all.keySet()) {
            State one = before.get(file);
            State other = now.get(file);
            if (one == null || other == null || one.hash != other.hash) {
                names.add(file.getFileName() + (other == null ? " (deleted)" : ""));
            }
        }
        return names;
    }

    private Map<Path, State> look(Map<Path, State> before) {
        Map<Path, State> now = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> file.getFileName().toString().endsWith(JAVA))
                    .forEach(file -> add(now, file, before.get(file)));
        } catch (IOException | java.io.UncheckedIOException goneMeanwhile) {
            return before; // a folder that is being replaced; the next look sees what has come of it
        }
        return now;
    }

    private static void add(Map<Path, State> now, Path file, @Nullable State before) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return;
            }
            if (before != null && before.looksLike(attributes) && System.nanoTime() - before.seen > RECENT) {
                now.put(file, before);
                return;
            }
            int hash = Arrays.hashCode(Files.readAllBytes(file));
            long seen = before != null && before.hash == hash && before.looksLike(attributes)
                    ? before.seen
                    : System.nanoTime();
            long time = attributes.lastModifiedTime().toMillis();
            now.put(file, new State(time, attributes.size(), attributes.fileKey(), hash, seen));
        } catch (NoSuchFileException renamed) {
            // between two names; the next look finds it
        } catch (IOException unreadable) {
            if (before != null) {
                now.put(file, before);
            }
        }
    }
}
