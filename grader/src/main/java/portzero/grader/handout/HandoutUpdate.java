package portzero.grader.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.io.AtomicFile;

/**
 * Brings a student's handout up to date with a newer one.
 *
 * <p>Each file is the old or the new one at any moment, and what the student had changed is copied before it is replaced. The manifest
 * is written last: as long as it is the old one, the update can be repeated and comes to the same end.
 */
public final class HandoutUpdate {
    private static final String OWN = ".portzero/";
    private static final String MINE = ".mine";
    private static final String NEW = ".new";

    private final Path home;
    private final HandoutManifest before;
    private final Handout newer;
    private final HandoutManifest after;
    private final List<String> told = new ArrayList<>();
    private int replaced;
    private int added;
    private int removed;

    private HandoutUpdate(Path home, HandoutManifest before, Handout newer) throws CourseException {
        this.home = home;
        this.before = before;
        this.newer = newer;
        after = newer.manifest();
    }

    /**
     * What happened.
     *
     * @param told sentences on files of the student's that are concerned
     */
    public record Summary(int replaced, int added, int removed, List<String> told) {
        public Summary {
            told = List.copyOf(told);
        }
    }

    /**
     * Updates.
     *
     * @param home the student's handout
     * @param from the newer one, a folder or an archive
     * @throws CourseException if one of them is no handout; nothing has been changed then
     */
    public static Summary run(Path home, Path from) throws IOException, CourseException {
        if (Files.isDirectory(from) && Files.isSameFile(home, from)) {
            throw new CourseException(from + " is the handout that you are in; name the newer one.");
        }
        var before = HandoutManifest.in(home);
        if (before.isEmpty()) {
            throw new CourseException(home + " is not a handout; in a clone of the course, say git pull.");
        }
        return new HandoutUpdate(home, before.get(), HandoutReader.read(from)).run();
    }

    private Summary run() throws IOException {
        for (var path : order()) {
            var file = newer.files().get(path);
            if (file != null) {
                take(path, file);
            }
        }
        removeOld();
        tellOfMissingLabs();
        write(Course.HANDOUT_MANIFEST, merged());
        removeLeftovers();
        return new Summary(replaced, added, removed, told);
    }

    /** This program last, since it is what knows how to go on. */
    private List<String> order() {
        return newer.files().keySet().stream()
                .filter(path -> !path.equals(Course.HANDOUT_MANIFEST))
                .sorted(Comparator.comparing((String path) -> path.startsWith(OWN))
                        .thenComparing(path -> path))
                .toList();
    }

    private void take(String path, HandoutFile file) throws IOException {
        var target = home.resolve(path);
        if (!Files.exists(target)) {
            write(path, file);
            added++;
            return;
        }
        var digest = digest(target);
        var fresh = after.entry(path).map(HandoutManifest.Entry::digest).orElse("");
        if (digest.equals(fresh)) {
            return;
        }
        var known = before.entry(path).map(HandoutManifest.Entry::digest);
        if (!known.equals(Optional.of(digest)) && !path.startsWith(OWN)) {
            if (file.isWork()) {
                keepWork(path, file, known.equals(Optional.of(fresh)));
                return;
            }
            told.add(path + ": the new one is there; yours is kept as "
                    + keep(target).getFileName());
        }
        write(path, file);
        replaced++;
    }

    /** The student's work stays; what has changed in the skeleton they must be able to see. */
    private void keepWork(String path, HandoutFile file, boolean isSameSkeleton) throws IOException {
        if (isSameSkeleton) {
            return;
        }
        var beside = path + NEW;
        AtomicFile.write(home.resolve(beside), file.content());
        told.add(path + ": your work stays; what you were given has changed, see "
                + Path.of(beside).getFileName());
    }

    /** Copies to a name that is free, or that has the same content from an update that was interrupted. */
    private static Path keep(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        for (int i = 1; ; i++) {
            var kept = file.resolveSibling(file.getFileName() + MINE + (i == 1 ? "" : i));
            if (!Files.exists(kept)) {
                AtomicFile.write(kept, content);
                return kept;
            }
            if (Arrays.equals(Files.readAllBytes(kept), content)) {
                return kept;
            }
        }
    }

    private void write(String path, HandoutFile file) throws IOException {
        try {
            HandoutOutput.write(home, path, file);
        } catch (IOException e) {
            if (!path.equals(HandoutBuilder.JAR)) {
                throw e;
            }
            // Windows replaces no file that is in use; the launcher does it the next time.
            AtomicFile.write(home.resolve(path + NEW), file.content());
        }
    }

    /** Files that no longer belong to the handout, but for labs that it does not have: those may come back. */
    private void removeOld() throws IOException {
        for (var old : before.files().entrySet()) {
            var target = home.resolve(old.getKey());
            if (!after.files().containsKey(old.getKey()) && labLeftOut(old.getKey()) == null && Files.exists(target)) {
                if (digest(target).equals(old.getValue().digest())
                        && !old.getValue().isWork()) {
                    Files.delete(target);
                    removed++;
                } else {
                    told.add(old.getKey() + ": no longer belongs to the handout; yours stays");
                }
            }
        }
    }

    /** The lab that a file belongs to, if the newer handout does not have that lab. */
    private @Nullable String labLeftOut(String path) {
        var parts = path.split("/", 3);
        return parts.length == 3
                        && parts[0].equals("labs")
                        && !after.files().containsKey("labs/" + parts[1] + "/lab.properties")
                        && before.files().containsKey("labs/" + parts[1] + "/lab.properties")
                ? parts[1]
                : null;
    }

    private void tellOfMissingLabs() {
        var labs = before.files().keySet().stream()
                .map(this::labLeftOut)
                .filter(lab -> lab != null)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!labs.isEmpty()) {
            told.add(labs + ": not in the new handout; stays as it is");
        }
    }

    /** The new manifest, with the entries of files that stay. */
    private HandoutFile merged() {
        var files = new TreeMap<>(after.files());
        before.files().forEach((path, entry) -> {
            if (labLeftOut(path) != null) {
                files.putIfAbsent(path, entry);
            }
        });
        return HandoutFile.of(new HandoutManifest(Map.copyOf(files)).text(), HandoutFile.Kind.GIVEN);
    }

    /** What an update that was killed has left. */
    private void removeLeftovers() throws IOException {
        var folders = newer.files().keySet().stream()
                .map(path -> home.resolve(path).getParent())
                .distinct()
                .toList();
        for (var folder : folders) {
            AtomicFile.removeLeftovers(folder);
        }
    }

    private static String digest(Path file) throws IOException {
        return HandoutManifest.digest(Files.readAllBytes(file));
    }
}
