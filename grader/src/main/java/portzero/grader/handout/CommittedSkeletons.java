package portzero.grader.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

/**
 * The skeleton of a lab of a checkout, found in git.
 *
 * <p>The last commit may well be the student's own work. A skeleton throws in each of its methods that it is to be written, and
 * whoever works on it removes that; so the newest commit in which the most methods say so has the skeleton.
 */
public final class CommittedSkeletons {
    private static final String UNWRITTEN = "UnsupportedOperationException(\"write ";
    private static final int MAX_COMMITS = 200;

    private final Path home;
    private final List<String> paths;

    private CommittedSkeletons(Lab lab) {
        home = lab.home();
        var folder = home.relativize(lab.mainSources()).toString().replace('\\', '/') + "/"
                + lab.packageName().replace('.', '/') + "/";
        paths = lab.deliverables().stream().map(name -> folder + name + ".java").toList();
    }

    /**
     * A skeleton and where it is from.
     *
     * @param commit the abbreviated name of the commit, and its subject
     * @param sources by path below the lab's main sources
     */
    public record Found(String commit, Map<String, byte[]> sources) {}

    /**
     * Looks for it.
     *
     * @throws CourseException if this is no clone, or no commit has a skeleton
     */
    public static Found of(Lab lab) throws IOException, CourseException {
        return new CommittedSkeletons(lab).find(lab);
    }

    private Found find(Lab lab) throws IOException, CourseException {
        var best = "";
        Map<String, byte[]> skeleton = Map.of();
        long most = 0;
        for (var commit : commits()) {
            var sources = sources(commit);
            var unwritten = sources.values().stream()
                    .mapToLong(CommittedSkeletons::unwritten)
                    .sum();
            if (unwritten > most) {
                best = commit;
                skeleton = sources;
                most = unwritten;
            }
        }
        if (most == 0) {
            throw new CourseException("No commit of this checkout has the skeleton of " + lab.id()
                    + "; copy its files from a fresh clone of the course.");
        }
        var below = new TreeMap<String, byte[]>();
        var folder = home.relativize(lab.mainSources()).toString().length() + 1;
        skeleton.forEach((path, content) -> below.put(path.substring(folder), content));
        return new Found(
                text(git(List.of("log", "-1", "--format=%h “%s”", best)).orElse(new byte[0]))
                        .strip(),
                below);
    }

    private static long unwritten(byte[] source) {
        return text(source).lines().filter(line -> line.contains(UNWRITTEN)).count();
    }

    /** Newest first. */
    private List<String> commits() throws IOException, CourseException {
        var command = new ArrayList<>(List.of("rev-list", "--max-count=" + MAX_COMMITS, "HEAD", "--"));
        command.addAll(paths);
        var commits = git(command)
                .orElseThrow(
                        () -> new CourseException(
                                "Without git there is no telling what the skeleton was: " + home
                                        + " is not a clone of the course, or git is not installed. Copy the files from a fresh clone."));
        return text(commits).lines().toList();
    }

    private Map<String, byte[]> sources(String commit) throws IOException {
        var sources = new TreeMap<String, byte[]>();
        for (var path : paths) {
            git(List.of("show", commit + ":" + path)).ifPresent(content -> sources.put(path, content));
        }
        return sources;
    }

    /** What git prints; empty if it fails or is not there. */
    private Optional<byte[]> git(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        var output = process.getInputStream().readAllBytes();
        try {
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
