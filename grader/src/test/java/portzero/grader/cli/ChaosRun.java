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
final class ChaosRun implements AutoCloseable {

    private static final int JOBS = 2;
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

    /** Whom to kill, by a word of their command line; nobody's stands for the coordinator. */
    private static final List<String> VICTIMS = List.of(
            "", "portzero.grader.run.worker.Worker", "portzero.testkit.host.Host", "portzero.testkit.host.Host");

    private final long seed = Long.getLong("portzero.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Object[] arguments;
    private final Supplier<SortedSet<String>> left;

    /** The memory of one coordinator after the other, in bytes, at all the moments at which it was looked at. */
    private final List<List<Long>> lives = new ArrayList<>(List.of(new ArrayList<>()));

    private final List<String> kills = new ArrayList<>();
    private GraderProcess grader;

    /**
     * Starts the grader.
     *
     * @param left says which submissions have no result yet, in the order in which they are graded
     */
    ChaosRun(Object[] arguments, Supplier<SortedSet<String>> left) throws IOException {
        this.arguments = arguments.clone();
        this.left = left;
        grader = GraderProcess.start(arguments);
    }

    /** Kills so many times, spread over the run, or as often as there is somebody to kill, and waits for the end. */
    void run(int times) throws IOException, InterruptedException {
        int all = left.get().size();
        for (int done = 0; done < times && grader.isAlive(); done++) {
            awaitLeft(all - all * done / times);
            pause();
            kill(VICTIMS.get(random.nextInt(VICTIMS.size())));
            awaitThoseInWork();
        }
        assertThat(kills).isNotEmpty();
        awaitLeft(0);
        assertThat(grader.await(all)).as(grader.output()).isZero();
        hasEnded();
        grader.expectNothingLeft();
    }

    /** Waits until no more than so many have no result, however long that takes as long as there are results. */
    private void awaitLeft(int most) throws InterruptedException {
        for (int now = left.get().size();
                now > most && !hasEnded();
                now = left.get().size()) {
            int before = now;
            grader.await(
                    "another result, or the end", () -> hasEnded() || left.get().size() < before);
        }
    }

    private void pause() throws InterruptedException {
        long end = System.nanoTime() + (long) (random.nextDouble() * LONGEST_PAUSE);
        grader.await("a moment", () -> System.nanoTime() > end || hasEnded());
    }

    private boolean hasEnded() {
        long bytes = grader.memory();
        if (bytes > 0) {
            lives.get(lives.size() - 1).add(bytes);
        }
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
            lives.add(new ArrayList<>());
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
        return lives.stream().mapToLong(ChaosRun::most).max().orElse(0);
    }

    private static long most(List<Long> life) {
        return life.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** What was done, and how much memory each coordinator had: at five moments from first to last, and at most. */
    String report() {
        return "killed " + kills + " with -Dportzero.seed=" + seed + "; coordinators had, from first to last, "
                + lives.stream()
                        .filter(life -> !life.isEmpty())
                        .map(ChaosRun::megabytes)
                        .collect(Collectors.joining("; "))
                + " MB";
    }

    private static String megabytes(List<Long> life) {
        List<Long> moments = IntStream.range(0, 5)
                .mapToObj(quarter -> life.get((life.size() - 1) * quarter / 4) >> 20)
                .toList();
        return moments + ", at most " + (most(life) >> 20);
    }

    @Override
    public void close() throws IOException {
        grader.close();
    }
}
