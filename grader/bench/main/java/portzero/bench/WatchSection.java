package portzero.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** How long it takes in {@code ./lab watch} from saving a file to the verdict, and what Maven takes for the same. */
final class WatchSection implements Section {
    private static final double TARGET_SECONDS = 0.4;
    private static final double TARGET_RATIO = 7;
    private static final int WARM_UP = 3;
    private static final int SAVES_PER_MAVEN = 5;
    private static final String VERDICT = "public tests passed";
    private static final String MISTAKE = "writes-the-whole-buffer";

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String title() {
        return "from saving a file to the verdict of the public tests";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var lab = bench.checkout().echo();
        var course = bench.folder("watch");
        var own = course.resolve("labs").resolve(lab.id());
        Folders.copy(lab.folder(), own, file -> !file.toString().matches(".*/(target|hidden)/.*"));
        Folders.copy(bench.checkout().home().resolve("docs"), course.resolve("docs"), file -> true);
        var work = own.resolve("src/main/java").resolve(lab.packagePath());
        Folders.copy(lab.right().get(0).folders().get(0), work, Folders::isJava);
        var maven = new MavenProject(bench, own);
        bench.say("Maven once without -o, which fetches what is missing, not counted");
        maven.run("mvn", "-q", "-B", "test");
        var rounds = bench.rounds(30, 10);
        try (var watch = Watcher.start(bench.checkout(), course, lab)) {
            watch.await(VERDICT);
            return measure(bench, lab, work.resolve(edited(lab)), watch, maven, rounds);
        }
    }

    private static String edited(Lab lab) throws IOException {
        return Folders.files(mistake(lab), Folders::isJava).get(0).getFileName().toString();
    }

    private static Path mistake(Lab lab) {
        return lab.mistakes().stream()
                .filter(mistake -> mistake.name().equals(MISTAKE))
                .map(mistake -> mistake.folders().get(1))
                .findFirst()
                .orElseThrow(() -> new MeasurementFailed("There is no mistake " + MISTAKE + "."));
    }

    private String measure(Bench bench, Lab lab, Path file, Watcher watch, MavenProject maven, int rounds)
            throws IOException, InterruptedException {
        var right = Files.readString(file);
        var wrong = Files.readString(mistake(lab).resolve(file.getFileName()));
        var broken = right.replaceFirst(";", "");
        var passes = new Samples();
        var fails = new Samples();
        var errors = new Samples();
        var mavens = new Samples();
        for (var round = -WARM_UP; round < rounds; round++) {
            var blank = "\n"
                    .repeat(1
                            + (round + WARM_UP)
                                    % 9); // moves each line, so that each save is compiled to something else
            var one = watch.save(file, blank + right, VERDICT);
            var two = watch.save(file, blank + wrong, VERDICT);
            var three = watch.save(file, blank + broken, "does not compile");
            if (round >= 0) {
                passes.add(one);
                fails.add(two);
                errors.add(three);
            }
            if (round >= 0 && round % SAVES_PER_MAVEN == 0) {
                Files.writeString(maven.file(file), blank + right);
                mavens.add(maven.run("mvn", "-o", "-q", "-B", "test"));
            }
        }
        var ratio = mavens.median() / passes.median();
        bench.say("%.3f s, Maven %.2f s".formatted(passes.median(), mavens.median()));
        return new Table("", "wall s")
                        .row("`./lab watch`: a save after which all tests pass", passes.text(3))
                        .row("`./lab watch`: a save after which some fail (`" + MISTAKE + "`)", fails.text(3))
                        .row("`./lab watch`: a save that does not compile", errors.text(3))
                        .row("`mvn -o -q test` after the first kind of save", mavens.text(2))
                        .markdown()
                + """
                %d saves of each kind in turn, and %d runs of Maven among them, after %d rounds that do not count; %s with its
                public tests, the file is renamed into its place. Maven's is a plain project with the same files. The verdict comes
                **%.3f s** after the save (target: at most %.1f s, %s), **%.1f×** as fast as Maven (target: at least %.0f×, %s).
                """.formatted(
                                rounds,
                                (rounds + SAVES_PER_MAVEN - 1) / SAVES_PER_MAVEN,
                                WARM_UP,
                                lab.id(),
                                passes.median(),
                                TARGET_SECONDS,
                                passes.median() <= TARGET_SECONDS ? "met" : "**missed**",
                                ratio,
                                TARGET_RATIO,
                                ratio >= TARGET_RATIO ? "met" : "**missed**");
    }

    /** The lab as a plain Maven project. */
    private static final class MavenProject {
        private final Path folder;

        MavenProject(Bench bench, Path lab) throws IOException {
            folder = bench.folder("maven");
            Folders.copy(lab.resolve("src/main/java"), folder.resolve("src/main/java"), Folders::isJava);
            Folders.copy(lab.resolve("src/test/java"), folder.resolve("src/test/java"), Folders::isJava);
            Files.writeString(folder.resolve("pom.xml"), new Pom(bench.checkout()).ofSubmission());
        }

        /** The file of the project that is called so. */
        Path file(Path other) throws IOException {
            return Folders.files(folder, one -> one.endsWith(other.getFileName()))
                    .get(0);
        }

        /** Runs Maven; seconds. */
        double run(String... command) throws IOException, InterruptedException {
            var start = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("maven.txt").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new MeasurementFailed("Maven failed: " + Files.readString(folder.resolve("maven.txt")));
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** {@code ./lab watch} in the copy of the course. */
    private static final class Watcher implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        private Watcher(Process process) {
            this.process = process;
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** As the launcher starts it, which would start it for the checkout. */
        static Watcher start(Checkout checkout, Path course, Lab lab) throws IOException, InterruptedException {
            new ProcessBuilder(checkout.lab(), "list")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(); // builds, and makes the archive of classes
            var archive = Folders.files(
                            checkout.home().resolve("grader/target"),
                            file -> file.getFileName().toString().matches("portzero-[^-]*\\.jsa"))
                    .get(0);
            var command = new ArrayList<>(List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmn32m"));
            command.addAll(List.of("-Xshare:auto", "-Xlog:cds=off", "-XX:SharedArchiveFile=" + archive));
            command.addAll(List.of("-Dsun.reflect.inflationThreshold=2147483647", "-Dportzero.archive=" + archive));
            command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dportzero.home=" + course));
            command.addAll(List.of("-cp", checkout.grader().toString(), "portzero.grader.cli.LabCommand"));
            command.addAll(List.of("watch", lab.id()));
            return new Watcher(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start());
        }

        /** Saves a file as editors do, and waits for the verdict; seconds. */
        double save(Path file, String text, String verdict) throws IOException {
            var beside = Files.writeString(file.resolveSibling(file.getFileName() + "~"), text);
            var start = System.nanoTime();
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            await(verdict);
            return (System.nanoTime() - start) / 1e9;
        }

        void await(String text) throws IOException {
            String line;
            do {
                line = output.readLine();
                if (line == null) {
                    throw new MeasurementFailed("./lab watch ended before it said “" + text + "”.");
                }
            } while (!line.contains(text));
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
