package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of the grader in which something is killed again and again; a killed coordinator is started again. */
final class Killing implements AutoCloseable {

    private static final int JOBS = 2;
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

    /** Whom to kill, by a word of their command line; nobody's stands for the coordinator. */
    private static final List<String> VICTIMS =
            List.of("", "portzero.grader.run.Worker", "portzero.testkit.host.Host", "portzero.testkit.host.Host");

    private final long seed = Long.getLong("portzero.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Object[] arguments;
    private final Supplier<SortedSet<String>> left;
    private final List<Long> memory = new ArrayList<>();
    private final List<String> kills = new ArrayList<>();
    private GraderProcess grader;

    /**
     * Starts the grader.
     *
     * @param left says which submissions have no result yet, in the order in which they are graded
     */
    Killing(Object[] arguments, Supplier<SortedSet<String>> left) throws IOException {
        this.arguments = arguments.clone();
        this.left = left;
        grader = GraderProcess.start(arguments);
    }

    /** Kills so many times, or as often as there is somebody to kill, and waits for the end. */
    void run(int times) throws IOException, InterruptedException {
        for (int done = 0; done < times && grader.isAlive(); done++) {
            pause();
            kill(VICTIMS.get(random.nextInt(VICTIMS.size())));
            awaitThoseInWork();
        }
        assertThat(kills).isNotEmpty();
        while (!hasEnded()) {
            int before = left.get().size();
            grader.await(
                    "another result, or the end", () -> hasEnded() || left.get().size() < before);
        }
        assertThat(grader.await()).as(grader.output()).isZero();
        grader.expectNothingLeft();
    }

    private void pause() throws InterruptedException {
        long end = System.nanoTime() + (long) (random.nextDouble() * LONGEST_PAUSE);
        grader.await("a moment", () -> System.nanoTime() > end || hasEnded());
    }

    private boolean hasEnded() {
        memory.add(grader.memory());
        return !grader.isAlive();
    }

    private void kill(String victim) throws IOException, InterruptedException {
        if (victim.isEmpty()) {
            killCoordinator();
            return;
        }
        grader.await("somebody to kill", () -> !grader.children(victim).isEmpty() || hasEnded());
        List<ProcessHandle> victims = grader.children(victim);
        if (!victims.isEmpty()) {
            victims.get(random.nextInt(victims.size())).destroyForcibly();
            kills.add(victim.replaceAll(".*\\.", ""));
        }
    }

    private void killCoordinator() throws IOException, InterruptedException {
        if (grader.isAlive()) {
            grader.kill();
            kills.add("Coordinator");
            Object[] resumed =
                    Stream.concat(Stream.of(arguments), Stream.of("--resume")).toArray();
            grader = grader.again(resumed);
        }
    }

    /** That none is hit twice: who is killed each time gets no result, and rightly so. */
    private void awaitThoseInWork() throws InterruptedException {
        Set<String> inWork = left.get().stream().limit(JOBS).collect(Collectors.toSet());
        grader.await(
                "results of " + inWork, () -> hasEnded() || left.get().stream().noneMatch(inWork::contains));
    }

    /** The most that a coordinator took at any time, in bytes. */
    long mostMemory() {
        return memory.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** What was done, and how much memory the coordinator had at ten moments. */
    String report() {
        List<Long> seen = memory.stream().filter(bytes -> bytes > 0).toList();
        List<Long> megabytes = IntStream.range(0, 10)
                .mapToObj(tenth -> seen.get((seen.size() - 1) * tenth / 9) >> 20)
                .toList();
        return "killed " + kills + " with -Dportzero.seed=" + seed + "; the coordinator had " + megabytes
                + " MB, at most " + (mostMemory() >> 20);
    }

    @Override
    public void close() throws IOException {
        grader.close();
    }
}
