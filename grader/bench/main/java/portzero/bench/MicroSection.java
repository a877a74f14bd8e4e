package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Small parts of the test kit and the notes alone, by JMH. */
final class MicroSection implements Section {
    private static final Pattern RESULT = Pattern.compile(
            "\"benchmark\" : \"([^\"]+)\".*?"
                    + "(?:\"params\" : \\{\\s*\"(\\w+)\" : \"(\\w+)\"\\s*\\},\\s*)?"
                    + "\"primaryMetric\" : \\{\\s*\"score\" : ([\\d.E-]+),\\s*\"scoreError\" : \"?([\\w.-]+)",
            Pattern.DOTALL);

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String title() {
        return "the codec, the trace, the kernel's table and the Markdown pipeline, by JMH";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var jars = bench.folder("micro").resolve("jars");
        bench.say("fetching JMH and compiling the benchmarks");
        Jars.fetch(bench, new Pom(bench.checkout()).ofJmh(), jars);
        var classPath = bench.checkout().grader() + ":" + Jars.classPath(jars);
        var classes = compile(bench, classPath);
        var json = classes.resolve("jmh.json");
        var forks = bench.rounds(2, 1);
        bench.say("JMH, %s of each benchmark".formatted(Figures.count(forks, "fork")));
        var command = new ArrayList<>(
                List.of("java", "-Dportzero.home=" + bench.checkout().home()));
        command.addAll(List.of(
                "-cp", classes + ":" + classPath, "org.openjdk.jmh.Main", "-rf", "json", "-rff", json.toString()));
        command.addAll(List.of("-f", Integer.toString(forks), "-w", "1", "-r", "1"));
        command.addAll(List.of("-wi", Integer.toString(bench.size(3, 1)), "-i", Integer.toString(bench.size(4, 2))));
        bench.meter().run(command);
        return table(Files.readString(json));
    }

    /** Compiled against the jar that {@code ./lab} runs, outside of the build, which they would only make longer. */
    private static Path compile(Bench bench, String classPath) throws IOException, InterruptedException {
        var classes = bench.folder("micro-classes");
        var command =
                new ArrayList<>(List.of("javac", "-nowarn", "-parameters", "-d", classes.toString(), "-cp", classPath));
        command.addAll(List.of("-processor", "org.openjdk.jmh.generators.BenchmarkProcessor"));
        var sources = bench.checkout().home().resolve("grader/bench/jmh");
        Folders.files(sources, Folders::isJava).forEach(file -> command.add(file.toString()));
        bench.meter().run(command);
        return classes;
    }

    private static String table(String json) {
        var table = new Table("benchmark", "µs for one", "± (99.9 %)");
        var results = RESULT.matcher(json);
        while (results.find()) {
            var name = results.group(1).replaceFirst("^portzero\\.", "").replaceFirst("Bench\\.", ".");
            var parameter = results.group(2) == null ? "" : ", " + results.group(3) + " " + results.group(2);
            var error = Double.parseDouble(results.group(5));
            table.row(
                    "`" + name + "`" + parameter,
                    Figures.of(Double.parseDouble(results.group(4)), 2),
                    Double.isNaN(error) ? "" : Figures.of(error, 2));
        }
        return table.markdown() + "The mean of all iterations, and JMH's confidence interval. Less is better.\n";
    }
}
