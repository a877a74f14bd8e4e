import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how long it takes from saving a chapter until {@code ./lab notes --serve} tells open pages to load again. Works
 * on a copy of the notes. Run it in a checkout: {@code java grader/bench/SaveToReload.java [ROUNDS]}.
 */
final class SaveToReload {
    private static final int WARM_UP = 20;
    private static final List<String> COPIED = List.of("docs/notes", "docs/snippets", "labs");

    private SaveToReload() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var rounds = args.length == 0 ? 30 : Integer.parseInt(args[0]);
        var work = Files.createTempDirectory("portzero-bench");
        try {
            for (var folder : COPIED) {
                copy(Path.of(folder), work.resolve("course").resolve(folder));
            }
            measure(work, rounds);
        } finally {
            delete(work);
        }
    }

    private static void measure(Path work, int rounds) throws IOException, InterruptedException {
        var course = work.resolve("course");
        var server = new ProcessBuilder(
                        "./lab", "notes", "--notes", course.toString(), "--out", work.resolve("out").toString(), "--serve")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // Not closed: that would wait for the thread below, which reads until the server has ended.
            var output = new BufferedReader(new InputStreamReader(server.getInputStream()));
            var events = listen(output);
            var drain = new Thread(() -> output.lines().forEach(line -> {})); // else the server would stop at a full pipe
            drain.setDaemon(true);
            drain.start();
            report(times(course.resolve("docs/notes/tcp.md"), events, rounds));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** The lines of the stream of events; the first has been read. */
    private static Iterator<String> listen(BufferedReader output) throws IOException, InterruptedException {
        String line;
        do {
            line = output.readLine();
        } while (line != null && !line.startsWith("Serving "));
        if (line == null) {
            throw new IOException("./lab notes --serve ended; its message is above.");
        }
        var events = URI.create(line.split(" ")[1]).resolve("/portzero-live");
        var lines = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines())
                .body()
                .iterator();
        await(lines, ": listening");
        return lines;
    }

    private static double[] times(Path chapter, Iterator<String> events, int rounds) throws IOException {
        var text = Files.readString(chapter);
        var times = new double[rounds];
        for (var round = -WARM_UP; round < rounds; round++) {
            var start = System.nanoTime();
            Files.writeString(chapter, text + "\nSaved " + round + ".\n");
            await(events, "data: changed");
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static void await(Iterator<String> lines, String expected) {
        while (!lines.next().equals(expected)) {
            // the empty lines between events
        }
    }

    private static void report(double[] times) {
        System.out.printf("JDK %s, %d processors; from save to event, %d times after %d that do not count%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), times.length, WARM_UP);
        System.out.printf("min %.0f ms, median %.0f ms, max %.0f ms%n",
                times[0], times[times.length / 2], times[times.length - 1]);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(file -> !file.toString().contains("target")).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
