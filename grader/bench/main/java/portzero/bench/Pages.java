package portzero.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the same pages, from a seed, as sites for {@code ./lab notes}, MkDocs, Jekyll and Hugo: chapters in parts of 40,
 * each with prose, links to other chapters, lists, tables and code. What the sites have beside it (configuration,
 * templates) lies in {@code sites}.
 */
final class Pages {
    private static final int SECTIONS = 4;
    private static final int IN_PART = 40;
    private static final String WORDS = """
            socket server client connection address port byte stream buffer thread kernel queue packet segment window
            timeout read write close accept listen the a of to and in that is with for it as on one each when before
            after until sends waits answers arrives holds fills empties copies returns fails again often never twice""".stripIndent();

    private static final String JAVA = """
            /** Copies what arrives until the other side has ended its stream. */
            static long %1$s(Socket socket, OutputStream out) throws IOException {
                var buffer = new byte[%2$d];
                var total = 0L;
                try (InputStream in = socket.getInputStream()) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        out.write(buffer, 0, n); // only what was read
                        total += n;
                        if (total > LIMIT_%2$d) {
                            throw new IOException("more than " + LIMIT_%2$d + " bytes");
                        }
                    }
                }
                return total;
            }
            """;

    private static final String SHELL = """
            # who listens on port %2$d?
            ss -ltn | grep ":%2$d " || echo "nobody listens on %2$d"
            for i in 1 2 3; do
              printf '%%s\\n' "%1$s $i" | nc -N localhost %2$d
            done
            """;

    private final String[] words = WORDS.split("\\s+");
    private final Random random = new Random(7);
    private final int count;
    private final List<String> titles;

    private Pages(int count) {
        this.count = count;
        this.titles = IntStream.rangeClosed(1, count)
                .mapToObj(page -> "Page %d: %s".formatted(page, sentence(4)))
                .toList();
    }

    /** Writes {@code count} pages for each tool below {@code folder}. */
    static void write(int count, Path folder) throws IOException {
        new Pages(count).write(folder);
    }

    private void write(Path folder) throws IOException {
        save(folder.resolve("lab/docs/notes/index.md"), lab("Pages", 0, "") + "All of them.\n");
        save(folder.resolve("mkdocs/docs/index.md"), "# Pages\n\nAll of them.\n");
        save(folder.resolve("jekyll/index.md"), "---\ntitle: Pages\nlayout: default\n---\n\nAll of them.\n");
        save(folder.resolve("hugo/content/_index.md"), "---\ntitle: Pages\n---\n\nAll of them.\n");
        for (var part = 1; part <= part(count); part++) {
            var index = "---\ntitle: Part %d\nweight: %d\n---\n".formatted(part, part);
            save(folder.resolve("hugo/content/part-%d/_index.md".formatted(part)), index);
        }
        for (var page = 1; page <= count; page++) {
            var title = titles.get(page - 1);
            var body = body();
            save(
                    folder.resolve("lab/docs/notes/%s.md".formatted(name(page))),
                    lab(title, page, "part: Part %d\n".formatted(part(page))) + link(body, "%2$s.md"));
            var path = "part-%d/%s.md".formatted(part(page), name(page));
            save(
                    folder.resolve("mkdocs/docs").resolve(path),
                    "# " + title + "\n\n" + link(body, "../part-%1$d/%2$s.md"));
            var front = "---\ntitle: \"%s\"\nlayout: default\nweight: %d\npart: %d\n---\n\n";
            var html = front.formatted(title, page, part(page)) + link(body, "../part-%1$d/%2$s.html");
            save(folder.resolve("jekyll").resolve(path), html);
            save(folder.resolve("hugo/content").resolve(path), html.replace("layout: default\n", ""));
        }
        var inPart = "part-%d/%s";
        save(folder.resolve("mkdocs/nav.yml"), "nav:\n" + navigation("  - Part %d:\n", "      - " + inPart + ".md\n"));
        var item = "    - href: " + inPart + ".html\n      title: \"%s\"\n";
        save(folder.resolve("jekyll/_data/nav.yml"), navigation("- part: %d\n  pages:\n", item));
    }

    private String navigation(String heading, String item) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(page -> (page % IN_PART == 1 ? heading.formatted(part(page)) : "")
                        + item.formatted(part(page), name(page), titles.get(page - 1)))
                .collect(Collectors.joining());
    }

    private static String lab(String title, int order, String part) {
        var number = order == 0 ? "" : "order: %d\n".formatted(order);
        return "---\ntitle: %s\n%ssummary: About %s.\n%s---\n\n".formatted(title, number, title, part);
    }

    private static int part(int page) {
        return (page - 1) / IN_PART + 1;
    }

    private static String name(int page) {
        return "page-%04d".formatted(page);
    }

    /** The links, written as <code>(@12@)</code>, in the way of a tool. */
    private static String link(String body, String format) {
        return java.util.regex.Pattern.compile("@(\\d+)@").matcher(body).replaceAll(match -> {
            var page = Integer.parseInt(match.group(1));
            return format.formatted(part(page), name(page));
        });
    }

    private String body() {
        var body = new StringBuilder();
        for (var section = 0; section < SECTIONS; section++) {
            body.append("## ").append(sentence(5)).append("\n\n");
            body.append(paragraph()).append(paragraph()).append(paragraph());
            body.append(
                    switch (section % 3) {
                        case 0 -> "```java\n" + JAVA.formatted(word(), 1024 + random.nextInt(9000)) + "```\n\n";
                        case 1 ->
                            list() + "```shell\n" + SHELL.formatted(word(), 1024 + random.nextInt(9000)) + "```\n\n";
                        default -> table() + "### " + sentence(3) + "\n\n" + paragraph();
                    });
        }
        return body.toString();
    }

    private String paragraph() {
        return "%s with `%s` and **%s**. %s; see [%s](@%d@). %s.\n\n"
                .formatted(
                        sentence(14),
                        word(),
                        sentence(2),
                        sentence(17),
                        sentence(3),
                        1 + random.nextInt(count),
                        sentence(15));
    }

    private String list() {
        return IntStream.range(0, 4).mapToObj(i -> "- " + sentence(9) + ".\n").collect(Collectors.joining()) + "\n";
    }

    private String table() {
        var rows = IntStream.range(0, 5)
                .mapToObj(i -> "| `%s` | %s | %d |\n".formatted(word(), sentence(5), random.nextInt(9999)));
        return "| call | meaning | cost |\n| --- | --- | ---: |\n" + rows.collect(Collectors.joining()) + "\n";
    }

    private String sentence(int length) {
        var text = IntStream.range(0, length).mapToObj(i -> word()).collect(Collectors.joining(" "));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String word() {
        return List.of(words).get(random.nextInt(words.length));
    }

    private static void save(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
