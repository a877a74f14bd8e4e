package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody kills the coordinator, workers and submissions' JVMs at random moments, and the results are those of a run
 * that nobody disturbed.
 *
 * <p>{@code -Dportzero.kills=20 -Dportzero.submissions=500} makes a long test of it, {@code -Dportzero.seed=N} repeats
 * the choices of an earlier one.
 */
@Tag("slow")
class ChaosRunTest {

    private static final int SUBMISSIONS = Integer.getInteger("portzero.submissions", 15);
    private static final int KILLS = Integer.getInteger("portzero.kills", 4);

    /** One submission of each kind that there is; what becomes of it becomes of the others of its kind. */
    private static final int KINDS = Math.min(SUBMISSIONS, MixedClass.KINDS.size());

    private static final long MOST_MEMORY = 300L << 20;

    /** The story of a test may be cut into other pieces each time; what it comes to may not differ. */
    private static final List<String> STORY =
            List.of("seconds", "sockets", "threads", "steps", "moves", "output", "student", "name");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void results_are_the_same_whoever_is_killed() throws Exception {
        RequiredSandbox.check();
        Path first = MixedClass.of(KINDS, folder.resolve("first")).folder();
        try (GraderProcess grader = GraderProcess.start(arguments(first, "calm"))) {
            assertThat(grader.await(KINDS)).as(grader.output()).isZero();
        }
        Path all = MixedClass.of(SUBMISSIONS, folder.resolve("all")).folder();
        try (ChaosRun killing = new ChaosRun(arguments(all, "killed"), this::left)) {
            killing.run(KILLS);
            System.out.println(killing.report());
            assertThat(killing.mostMemory()).as("bytes of memory").isLessThan(MOST_MEMORY);
        }
        Map<String, String> calm = expected(results("calm"));
        Map<String, String> killed = results("killed");
        assertThat(killed.keySet()).isEqualTo(calm.keySet());
        assertThat(differences(killed, calm)).as("what differs after the kills").isEmpty();
        assertThat(inGradebook()).containsExactlyElementsOf(calm.keySet());
    }

    /** The lines of results that are in one run and not in the other: whole results would bury the one that matters. */
    private static List<String> differences(Map<String, String> killed, Map<String, String> calm) {
        List<String> differences = new ArrayList<>();
        killed.forEach((student, result) -> {
            String undisturbed = calm.getOrDefault(student, "");
            if (!result.equals(undisturbed)) {
                differences.add(kind(student) + " " + student + ", killed: " + without(result, undisturbed) + ", calm: "
                        + without(undisturbed, result));
            }
        });
        return differences;
    }

    private static String kind(String student) {
        return MixedClass.KINDS.get(
                Integer.parseInt(MixedClass.likeness(student).substring(1)));
    }

    private static List<String> without(String text, String other) {
        Set<String> others = other.lines().collect(Collectors.toSet());
        return text.lines().filter(line -> !others.contains(line)).toList();
    }

    /** The students of the gradebook, as often as they are there. */
    private List<String> inGradebook() throws IOException {
        return Files.readAllLines(folder.resolve("killed/gradebook.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .sorted()
                .toList();
    }

    private Object[] arguments(Path submissions, String out) {
        return new Object[] {"grade", submissions, "--lab", "echo", "--out", folder.resolve(out), "--jobs", "2"};
    }

    /** The students without a result, in the order in which they are graded. */
    private SortedSet<String> left() {
        Set<String> done = files("killed").stream().map(ChaosRunTest::student).collect(Collectors.toSet());
        return IntStream.range(0, SUBMISSIONS)
                .mapToObj(MixedClass::student)
                .filter(student -> !done.contains(student))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> expected(Map<String, String> calm) {
        Map<String, String> expected = new TreeMap<>();
        IntStream.range(0, SUBMISSIONS)
                .mapToObj(MixedClass::student)
                .forEach(student -> expected.put(student, calm.getOrDefault(MixedClass.likeness(student), "")));
        return expected;
    }

    private Map<String, String> results(String out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        for (Path file : files(out)) {
            String student = student(file);
            String text = ResultNormalizer.removed(file, STORY);
            results.put(student, text.replace(student, MixedClass.likeness(student)));
        }
        return results;
    }

    private static String student(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    private List<Path> files(String out) {
        Path lab = folder.resolve(out).resolve("lab02-echo");
        if (!Files.isDirectory(lab)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lab)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
