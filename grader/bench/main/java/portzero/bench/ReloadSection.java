package portzero.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** How long it takes from saving a chapter until {@code ./lab notes --serve} tells open pages to load again. */
final class ReloadSection implements Section {
    private static final int WARM_UP = 20;
    private static final List<String> COPIED = List.of("docs/notes", "docs/snippets", "labs");

    @Override
    public String name() {
        return "reload";
    }

    @Override
    public String title() {
        return "from saving a chapter to open pages that load again";
    }

    @Override
    public String measure(Bench bench) throws IOException, InterruptedException {
        var work = bench.folder("reload");
        var course = work.resolve("course");
        for (var folder : COPIED) {
            Folders.copy(bench.checkout().home().resolve(folder), course.resolve(folder), file -> !isBuilt(file));
        }
        var times = measure(bench.checkout(), work, bench.rounds(30, 10));
        bench.say("%.3f s".formatted(times.median()));
        return new Table("", "wall s").row("from save to event", times.text(3)).markdown()
                + "%d times after %d that do not count, in a copy of the course's notes.%n"
                        .formatted(bench.rounds(30, 10), WARM_UP);
    }

    private static boolean isBuilt(Path file) {
        return file.toString().contains("/target/");
    }

    private static Samples measure(Checkout checkout, Path work, int rounds) throws IOException, InterruptedException {
        var course = work.resolve("course");
        var out = work.resolve("out").toString();
        var server = new ProcessBuilder(checkout.lab(), "notes", "--notes", course.toString(), "--out", out, "--serve")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // Not closed: that would wait for the thread below, which reads until the server has ended.
            var output = new BufferedReader(new InputStreamReader(server.getInputStream()));
            var events = listen(output);
            var drain =
                    new Thread(() -> output.lines().forEach(line -> {})); // else the server would stop at a full pipe
            drain.setDaemon(true);
            drain.start();
            return times(course.resolve("docs/notes/tcp.md"), events, rounds);
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
            throw new MeasurementFailed("./lab notes --serve ended; its message is above.");
        }
        var events = URI.create(line.split(" ")[1]).resolve("/portzero-live");
        var lines = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines())
                .body()
                .iterator();
        await(lines, ": listening");
        return lines;
    }

    private static Samples times(Path chapter, Iterator<String> events, int rounds) throws IOException {
        var text = Files.readString(chapter);
        var times = new Samples();
        for (var round = -WARM_UP; round < rounds; round++) {
            var start = System.nanoTime();
            Files.writeString(chapter, text + "\nSaved " + round + ".\n");
            await(events, "data: changed");
            if (round >= 0) {
                times.add((System.nanoTime() - start) / 1e9);
            }
        }
        return times;
    }

    private static void await(Iterator<String> lines, String expected) {
        while (!lines.next().equals(expected)) {
            // the empty lines between events
        }
    }
}
