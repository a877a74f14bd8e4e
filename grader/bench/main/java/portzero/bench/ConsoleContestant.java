package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import portzero.bench.Submissions.Submission;

/**
 * {@code javac} and JUnit's console launcher, a process of each for each submission; the tests were compiled beforehand. With
 * archives it is what can be had from the JDK without a process that stays: archives of the classes of both programs, the
 * first compiler only, and the serial collector.
 */
final class ConsoleContestant implements Contestant {
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -XX:-UsePerfData";
    private static final String MAIN = "org.junit.platform.console.ConsoleLauncher";

    private final Bench bench;
    private final int sample;
    private final int atATime;
    private final boolean archives;
    private final Path home;
    private final Path jars;

    /** @param home a folder for what is made once; those for several at a time use that of the one for one */
    ConsoleContestant(Bench bench, Path home, int sample, int atATime, boolean archives) {
        this.bench = bench;
        this.home = home;
        this.sample = sample;
        this.atATime = atATime;
        this.archives = archives;
        jars = home.resolve("jars");
    }

    @Override
    public String label() {
        return "`javac`, JUnit's console%s, %d at a time".formatted(archives ? ", class-data archives" : "", atATime);
    }

    @Override
    public int sample() {
        return sample;
    }

    @Override
    public void prepare(List<Lab> labs) throws IOException, InterruptedException {
        if (atATime > 1) {
            return; // the one for one at a time has done it
        }
        bench.say("JUnit's console launcher: its jars, the tests" + (archives ? " and the archives" : "")
                + ", not counted");
        Jars.fetch(bench, new Pom(bench.checkout()).ofConsole(), jars);
        Files.copy(bench.checkout().kit(), jars.resolve("testkit.jar"));
        for (var lab : labs) {
            compile(lab);
        }
        if (archives) {
            Files.writeString(script(), script("ArchiveClassesAtExit"));
            new OneByOne(bench, 1).each(script(), right(labs.get(0)), this::arguments);
        }
        Files.writeString(script(), script(archives ? "SharedArchiveFile" : ""));
    }

    private List<Submission> right(Lab lab) throws IOException {
        return Submissions.of(lab, lab.right(), 1, bench.folder("warm")).all();
    }

    @Override
    public Cost each(Submissions submissions) throws IOException, InterruptedException {
        return new OneByOne(bench, atATime).each(script(), submissions.sample(sample), this::arguments);
    }

    private Path script() {
        return home.resolve("grade.sh");
    }

    /** Compiles the contract, the skeleton and the tests of a lab. */
    private void compile(Lab lab) throws IOException, InterruptedException {
        var main = home.resolve(lab.id()).resolve("main");
        javac(main, classPath(), List.of(lab.main()));
        javac(home.resolve(lab.id()).resolve("tests"), main + ":" + classPath(), lab.tests());
    }

    private void javac(Path out, String classPath, List<Path> sources) throws IOException, InterruptedException {
        var files = new ArrayList<String>();
        for (var folder : sources) {
            Folders.files(folder, Folders::isJava).forEach(file -> files.add(file.toString()));
        }
        var options = List.of("javac", "--release", "17", "-parameters", "-g", "-nowarn", "-d", out.toString());
        bench.meter().run(concat(concat(options, List.of("-cp", classPath)), files));
    }

    /** Jars only, in a fixed order: an archive serves one class path. */
    private String classPath() throws IOException {
        return Jars.classPath(jars);
    }

    /** A folder for what comes of a submission; the script finds the submission and its lab by links in it. */
    private Path arguments(Submission submission) throws IOException {
        var folder = bench.folder("console-run");
        Files.createSymbolicLink(folder.resolve("submission"), submission.folder());
        Files.createSymbolicLink(
                folder.resolve("suite"), home.resolve(submission.lab().id()));
        return folder;
    }

    /** @param use the JVM's option for the archives, or nothing */
    private String script(String use) throws IOException {
        var javac =
                use.isEmpty() ? "" : forJavac("%s -XX:%s=%s".formatted(QUICK_START, use, home.resolve("javac.jsa")));
        var java = use.isEmpty() ? "" : "%s -XX:%s=%s".formatted(QUICK_START, use, home.resolve("java.jsa"));
        return """
                set -e
                cd "$1"
                javac %s --release 17 -parameters -g -nowarn -cp suite/main -d classes submission/*.java
                exec java %s -cp %s \\
                  %s execute --disable-banner --details=none \\
                  --class-path classes:suite/main:suite/tests --scan-class-path suite/tests
                """.formatted(javac, java, classPath(), MAIN);
    }

    private static String forJavac(String options) {
        return List.of(options.split(" ")).stream().map(option -> "-J" + option).collect(Collectors.joining(" "));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
