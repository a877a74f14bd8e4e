package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes as a browser sees them. Needs chromium; set PORTZERO_REQUIRE=browser where it must be there. */
class BrowserTest {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Loads every page into a frame as wide as a phone and notes what is wider than that, or not loaded. */
    private static final String MEASURE = """
            <!DOCTYPE html><meta charset="utf-8"><ul></ul><script>
            async function measure(page) {
              const frame = document.createElement("iframe");
              frame.style.cssText = "width:390px;height:800px";
              frame.src = page;
              document.body.append(frame);
              await new Promise(loaded => frame.onload = loaded);
              const inside = frame.contentDocument;
              const wide = inside.documentElement.scrollWidth > 390;
              const styled = inside.defaultView.getComputedStyle(inside.body).marginTop === "0px";
              const images = [...inside.images].every(image => image.complete && image.naturalWidth > 0);
              const line = document.createElement("li");
              line.textContent = page + (wide ? " scrolls sideways" : "") + (styled ? "" : " has no style")
                  + (images ? "" : " lacks an image") + " measured";
              document.querySelector("ul").append(line);
              frame.remove();
            }
            (async () => { for (const page of [PAGES]) await measure(page); })();
            </script>
            """;

    @TempDir
    private Path folder;

    @Test
    void pages_fit_a_phone_and_load_their_style_and_images() throws Exception {
        var browser = browser();
        assumeTrue(browser.isPresent() || isRequired(), "no chromium on the PATH");
        assertThat(browser).as("chromium on the PATH").isPresent();

        var checkout = Checkout.in(folder);
        var wide = "x".repeat(300);
        checkout.write("docs/notes/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='9'/>");
        checkout.chapter(
                "sockets",
                1,
                "![a](a.svg)\n\n```java\n" + wide + "\n```\n\n`" + wide + "`\n\n| a |\n| - |\n| `" + wide + "` |\n");
        NotesSite.render(checkout.home(), checkout.out());
        assertThat(measure(browser.orElseThrow(), checkout.out()))
                .containsExactly(
                        "index.html measured",
                        "lab02-echo.html measured",
                        "sockets.html measured",
                        "tcp.html measured");
    }

    private List<String> measure(Path browser, Path site) throws IOException, InterruptedException {
        Files.writeString(site.resolve("measure.html"), MEASURE.replace("PAGES", pages(site)));
        try (var server = NotesServer.start(site, 0)) {
            var dom = run(browser, server.address() + "measure.html");
            return Jsoup.parse(dom).select("li").eachText();
        }
    }

    private static String pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return String.join(
                    ",",
                    files.map(file -> "\"" + file.getFileName() + "\"")
                            .filter(name -> name.endsWith(".html\"") && !name.contains("measure"))
                            .sorted()
                            .toList());
        }
    }

    private String run(Path browser, String address) throws IOException, InterruptedException {
        var dom = folder.resolve("dom.html");
        var process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--hide-scrollbars",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=10000",
                        "--dump-dom",
                        address)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("chromium has ended within 60 s")
                .isTrue();
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static boolean isRequired() {
        return Optional.ofNullable(System.getenv("PORTZERO_REQUIRE")).orElse("").contains("browser");
    }

    private static Optional<Path> browser() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
