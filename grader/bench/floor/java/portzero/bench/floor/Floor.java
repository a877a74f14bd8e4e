package portzero.bench.floor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import portzero.grader.course.Course;
import portzero.grader.limits.Limits;
import portzero.grader.run.coordinator.Coordinator;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;

/**
 * What grading a submission takes at least: each part of it alone, repeated in one warm JVM, on a network like that of a
 * worker. Compiled and run by the section {@code floor} with the grader's jar as its class path.
 *
 * <p>{@code Floor PART LAB CLASS PASSES}, where PART is {@code compile}, {@code start} or {@code tests} and CLASS a folder
 * with a folder of sources for each submission. Prints processor seconds and wall seconds for each submission of a pass: the
 * medians of the second half of the passes.
 */
final class Floor {
    private static final String INSIDE = "inside";

    private Floor() {}

    /** One pass over all submissions. */
    interface Pass {
        void run() throws Exception;

        /** What has to be waited for between the passes that make everything warm and those that count. */
        default void rest() throws InterruptedException {}
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals(INSIDE)) {
            inside(
                    args[1],
                    args[2],
                    Path.of(args[3]),
                    Integer.parseInt(args[4]),
                    List.of(args).subList(5, args.length));
            System.exit(0);
        }
        System.exit(onNetworkOfItsOwn(args));
    }

    /** Runs this program again where a worker would run, and tells it how a submission's JVM is started. */
    private static int onNetworkOfItsOwn(String[] args) throws Exception {
        var home = Path.of(System.getProperty("java.home"));
        try (var shared = SharedTempDir.create()) {
            var sandbox = Sandboxes.of(SandboxKind.BUBBLEWRAP, home, shared);
            var command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Floor.class.getName(), INSIDE));
            command.addAll(List.of(args));
            command.addAll(Coordinator.subject(sandbox, Limits.DEFAULT, shared));
            return new ProcessBuilder(sandbox.worker(command))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static void inside(String part, String lab, Path folder, int passes, List<String> subject)
            throws Exception {
        var suite = suite(lab);
        var submissions = folders(folder);
        var pass = switch (part) {
            case "compile" -> new WarmCompile(suite, submissions);
            case "start" -> new SubjectStart(subject, submissions.size());
            case "tests" -> new WarmTests(suite, submissions);
            default -> throw new IllegalArgumentException("there is no part " + part);
        };
        measure(pass, passes, submissions.size());
    }

    private static Suite suite(String lab) throws Exception {
        return SuiteBuild.of(Course.here().lab(lab));
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void measure(Pass pass, int passes, int submissions) throws Exception {
        var cpu = new double[passes];
        var wall = new double[passes];
        for (var i = 0; i < passes; i++) {
            if (i == passes / 2) {
                pass.rest();
            }
            var cpuBefore = cpuTime();
            var wallBefore = System.nanoTime();
            pass.run();
            cpu[i] = (cpuTime() - cpuBefore) / 1e9 / submissions;
            wall[i] = (System.nanoTime() - wallBefore) / 1e9 / submissions;
        }
        System.out.printf(Locale.ROOT, "%.5f %.5f%n", settled(cpu), settled(wall));
    }

    /** Of the whole process: collecting garbage and compiling to machine code are part of the price. */
    private static long cpuTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** The median of the second half, in which everything is warm. */
    private static double settled(double[] figures) {
        var half = Arrays.copyOfRange(figures, figures.length / 2, figures.length);
        Arrays.sort(half);
        return half[half.length / 2];
    }
}
