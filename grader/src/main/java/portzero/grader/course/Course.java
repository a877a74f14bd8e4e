package portzero.grader.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The labs of one checkout, in teaching order.
 *
 * @param home the checkout's root folder
 * @param labs the labs
 */
public record Course(Path home, List<Lab> labs) {

    /** System property that the launcher sets: the checkout's root folder. */
    public static final String HOME = "portzero.home";

    /** The list of a handout's files, which only a handout has. */
    public static final String HANDOUT_MANIFEST = ".portzero/manifest";

    public Course {
        labs = List.copyOf(labs);
    }

    /** The course of the checkout that the launcher belongs to, or of the current folder. */
    public static Course here() throws CourseException {
        return in(Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize());
    }

    /**
     * Reads the course of a checkout.
     *
     * @throws CourseException if there is none there, or a lab is described wrongly
     */
    public static Course in(Path home) throws CourseException {
        Path labs = home.resolve("labs");
        if (!Files.isDirectory(labs)) {
            throw new CourseException("There is no folder " + labs + "; run ./lab from a checkout of the course");
        }
        try (Stream<Path> folders = Files.list(labs)) {
            List<Path> described = folders.filter(folder -> Files.exists(folder.resolve(LabFile.NAME)))
                    .toList();
            return new Course(home, read(home, described));
        } catch (IOException failed) {
            throw new CourseException("Cannot list " + labs + ": " + failed.getMessage());
        }
    }

    private static List<Lab> read(Path home, List<Path> folders) throws CourseException {
        List<Lab> labs = new ArrayList<>();
        for (Path folder : folders) {
            labs.add(LabFile.read(home, folder));
        }
        labs.sort(Comparator.comparingInt(Lab::number));
        return labs;
    }

    /** Whether this is what students get, without hidden tests and solutions, and not a checkout. */
    public boolean isHandout() {
        return isHandout(home);
    }

    /** Whether the folder is a handout. */
    public static boolean isHandout(Path home) {
        return Files.isRegularFile(home.resolve(HANDOUT_MANIFEST));
    }

    /**
     * The lab that a user means.
     *
     * @param word {@code lab02}, {@code 2}, {@code echo} or {@code lab02-echo}
     * @throws CourseException if there is no such lab; the message lists those that there are
     */
    public Lab lab(String word) throws CourseException {
        return labs.stream()
                .filter(lab -> lab.isCalled(word))
                .findFirst()
                .orElseThrow(() -> new CourseException("There is no lab " + word + "; the labs are "
                        + labs.stream()
                                .map(lab -> lab.id() + " (" + lab.name() + ")")
                                .collect(Collectors.joining(", "))));
    }
}
