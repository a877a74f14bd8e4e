package portzero.grader.handout;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import portzero.grader.course.Lab;
import portzero.grader.io.AtomicFile;

/**
 * A lab from the beginning. What differs from the skeleton is copied to a folder of its own before anything is replaced, so that
 * whoever is interrupted at any moment has all their work in at least one of the two places.
 */
public final class LabReset {
    private static final String KEPT = "my-work-";

    private final Lab lab;
    private final Map<String, byte[]> skeleton;
    private final boolean isComplete;

    /**
     * Prepares it.
     *
     * @param skeleton the files as they were given, by path below the lab's main sources
     * @param isComplete whether all that was given is among them, so that any other file is the student's
     */
    public LabReset(Lab lab, Map<String, byte[]> skeleton, boolean isComplete) {
        this.lab = lab;
        this.isComplete = isComplete;
        this.skeleton = new TreeMap<>(skeleton);
    }

    /**
     * What happened.
     *
     * @param kept where the work of before lies now
     * @param files the paths in it
     */
    public record Outcome(Path kept, List<String> files) {}

    /** Does it; empty if all is as it was given. */
    public Optional<Outcome> run() throws IOException {
        var work = changed();
        var missing = skeleton.keySet().stream()
                .anyMatch(path -> !Files.exists(lab.mainSources().resolve(path)));
        if (work.isEmpty() && !missing) {
            return Optional.empty();
        }
        var kept = keep(work);
        for (var file : skeleton.entrySet()) {
            AtomicFile.write(lab.mainSources().resolve(file.getKey()), file.getValue());
        }
        for (var path : work) {
            if (!skeleton.containsKey(path)) {
                Files.delete(lab.mainSources().resolve(path));
            }
        }
        return Optional.of(new Outcome(kept, work));
    }

    /** The student's files: those that differ from what was given, and those that were not given. */
    private List<String> changed() throws IOException {
        var changed = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(lab.mainSources())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var path = lab.mainSources().relativize(file).toString().replace('\\', '/');
                if (isStudents(path, file) && !AtomicFile.isLeftover(file)) {
                    changed.add(path);
                }
            }
        }
        return changed;
    }

    private boolean isStudents(String path, Path file) throws IOException {
        var given = skeleton.get(path);
        return given == null ? isComplete : !Skeletons.isSame(given, Files.readAllBytes(file));
    }

    /** Copies to a folder with a number that is free; it gets that name when it is whole. */
    private Path keep(List<String> work) throws IOException {
        if (work.isEmpty()) {
            return lab.folder();
        }
        if (!Files.isWritable(lab.folder())) {
            throw new AccessDeniedException(lab.folder().toString());
        }
        var copy = Files.createTempDirectory(lab.folder(), ".keeping-");
        for (var path : work) {
            var target = copy.resolve(path);
            Files.createDirectories(target.getParent());
            Files.copy(lab.mainSources().resolve(path), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (int i = 1; ; i++) {
            var kept = lab.folder().resolve(KEPT + i);
            if (!Files.exists(kept)) {
                try {
                    return Files.move(copy, kept);
                } catch (FileAlreadyExistsException e) {
                    // Another reset was faster; the next number is tried.
                }
            }
        }
    }
}
