package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import portzero.bench.Submissions.Submission;

/** {@code mvn -o -q clean test} on each submission, each a plain project without any static analysis. */
final class MavenContestant implements Contestant {
    private final Bench bench;
    private final int sample;
    private final int atATime;
    private final Pom pom;

    MavenContestant(Bench bench, int sample, int atATime) {
        this.bench = bench;
        this.sample = sample;
        this.atATime = atATime;
        pom = new Pom(bench.checkout());
    }

    @Override
    public String label() {
        return "`mvn -o -q clean test`, %d at a time".formatted(atATime);
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
        bench.say("Maven once without -o, which fetches what is missing, not counted");
        var one = Submissions.of(labs.get(0), labs.get(0).right(), 1, bench.folder("warm"));
        bench.meter()
                .run(List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "-f",
                        project(one.all().get(0)).resolve("pom.xml").toString(),
                        "test"));
    }

    @Override
    public Cost each(Submissions submissions) throws IOException, InterruptedException {
        var script = bench.folder("maven").resolve("grade.sh");
        Files.writeString(script, "exec mvn -o -q -B -f \"$1/pom.xml\" clean test\n");
        return new OneByOne(bench, atATime).each(script, submissions.sample(sample), this::project);
    }

    /** A project with the contract, the submission and all tests. */
    private Path project(Submission submission) throws IOException {
        var project = bench.folder("project");
        var main = project.resolve("src/main/java");
        Folders.copy(submission.lab().main(), main, Folders::isJava);
        Folders.copy(submission.folder(), main.resolve(submission.lab().packagePath()), Folders::isJava);
        for (var tests : submission.lab().tests()) {
            Folders.copy(tests, project.resolve("src/test/java"), Folders::isJava);
        }
        Files.writeString(project.resolve("pom.xml"), pom.ofSubmission());
        return project;
    }
}
