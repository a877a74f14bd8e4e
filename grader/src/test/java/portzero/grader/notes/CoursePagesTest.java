package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of this very checkout, as validators and browsers see it. */
class CoursePagesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** Pages that show a program are all alike: one of them stands for them. */
    private static final int SHOWN = 1;

    @TempDir
    private static Path folder;

    private static Path site;

    @BeforeAll
    static void render() throws Exception {
        site = folder.resolve("site");
        NotesSite.render(HOME, site);
    }

    @Test
    void are_valid_html() throws Exception {
        var errors = new TreeSet<String>();
        // The validator calls itself deeper than the stack of a thread usually is.
        var thread = new Thread(null, () -> validate(errors), "validator", 64L << 20);
        thread.start();
        thread.join();
        assertThat(errors).isEmpty();
    }

    @Test
    void link_only_to_what_is_there() throws IOException {
        var ids = new HashMap<Path, Set<String>>();
        try (Stream<Path> files = Files.walk(site)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                ids.put(file, file.toString().endsWith(".html") ? ids(parse(file)) : Set.of());
            }
        }
        var broken = new TreeSet<String>();
        for (var file : ids.keySet()) {
            if (file.toString().endsWith(".html")) {
                references(parse(file))
                        .filter(to -> !leads(file, to, ids))
                        .forEach(to -> broken.add(file + " → " + to));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void have_no_barriers_that_axe_finds_in_light_and_dark() throws Exception {
        var axe = axe();
        var violations = new TreeSet<String>();
        try (var server = NotesServer.start(site, 0);
                var browser = Chromium.open()) {
            for (var page : pages()) {
                for (var dark : List.of(false, true)) {
                    browser.dark(dark);
                    browser.go(address(server, page));
                    browser.run(axe);
                    violations(browser)
                            .lines()
                            .forEach(line ->
                                    violations.add(site.relativize(page) + (dark ? " dark: " : " light: ") + line));
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void fit_a_phone_and_load_their_style_and_images() throws Exception {
        try (var server = NotesServer.start(site, 0);
                var browser = Chromium.open()) {
            browser.wide(360);
            for (var page : pages()) {
                browser.go(address(server, page));
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as(page + " in pixels")
                        .isEqualTo(360L);
                assertThat(browser.run("return getComputedStyle(document.body).marginTop"))
                        .isEqualTo("0px");
                assertThat(browser.run("return [...document.images].filter(i => i.naturalWidth === 0).length"))
                        .as(page + " without an image")
                        .isEqualTo(0L);
            }
        }
    }

    @Test
    void show_sequences_whole_and_legible_on_a_phone() throws Exception {
        try (var browser = Chromium.open()) {
            browser.wide(360);
            browser.go(site.resolve("book.html").toUri());
            assertThat(browser.all(".sequence .label")).hasSizeGreaterThan(50);
            assertThat(browser.run("""
                            return [...document.querySelectorAll(".sequence svg")].flatMap(svg => {
                              const drawn = svg.getBoundingClientRect();
                              const scale = drawn.width / svg.viewBox.baseVal.width;
                              return [...svg.querySelectorAll("text")].filter(text => {
                                const box = text.getBoundingClientRect();
                                return box.left < drawn.left || box.right > drawn.right
                                  || parseFloat(getComputedStyle(text).fontSize) * scale < 10;
                              }).map(text => svg.querySelector("title").textContent + ": " + text.textContent);
                            }).join("; ")""")).isEqualTo("");
        }
    }

    @Test
    void can_be_read_without_a_script() throws Exception {
        try (var browser = Chromium.withoutJavaScript()) {
            for (var page : pages()) {
                browser.go(page.toUri());
                assertThat(browser.find("h1").isDisplayed()).isTrue();
                assertThat(browser.texts(".tab pre, .quiz legend, main .drawing, .states svg, .sequence svg"))
                        .as(page.toString())
                        .hasSameSizeAs(
                                browser.all(".tab pre, .quiz legend, main .drawing, .states svg, .sequence svg"));
                assertThat(browser.texts("input, button, textarea, .popup, .search"))
                        .isEmpty();
                for (var fold : browser.all("main details")) {
                    fold.findElement(org.openqa.selenium.By.tagName("summary")).click();
                }
                assertThat(browser.texts("main details:not([open])")).isEmpty();
            }
        }
    }

    private static void validate(Set<String> errors) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            for (var page : pages()) {
                validator
                        .validate(Files.newInputStream(page))
                        .lines()
                        .filter(line -> line.contains(": error"))
                        .forEach(line -> errors.add(site.relativize(page) + line));
            }
        } catch (Exception | StackOverflowError e) {
            errors.add("The validator failed: " + e);
        }
    }

    private static String violations(Chromium browser) {
        var found = browser.await("""
                const done = arguments[0];
                axe.run().then(result => done(result.violations.map(violation => violation.id + ": "
                    + violation.nodes.map(node => node.target + " " + node.failureSummary).slice(0, 3).join("; "))
                    .join("\\n")), error => done("axe: " + error));
                """);
        return Objects.requireNonNull(found).toString();
    }

    private static String axe() throws IOException {
        try (var in =
                CoursePagesTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String address(NotesServer server, Path page) {
        return server.address() + site.relativize(page).toString().replace('\\', '/');
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(site);
                Stream<Path> sources = Files.walk(site.resolve("source"))) {
            return Stream.concat(
                            files,
                            sources.sorted().filter(CoursePagesTest::isPage).limit(SHOWN))
                    .filter(CoursePagesTest::isPage)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".html");
    }

    private static Document parse(Path file) throws IOException {
        return Jsoup.parse(file, "UTF-8");
    }

    private static Set<String> ids(Document page) {
        return page.select("[id]").stream().map(Element::id).collect(Collectors.toSet());
    }

    private static Stream<String> references(Document page) {
        return Stream.concat(
                        page.select("[href]").eachAttr("href").stream(), page.select("[src]").eachAttr("src").stream())
                .filter(reference -> !reference.matches("(https?|mailto):.*"));
    }

    private static boolean leads(Path from, String reference, Map<Path, Set<String>> ids) {
        var hash = reference.indexOf('#');
        var path = hash < 0 ? reference : reference.substring(0, hash);
        var target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        var there = ids.get(target);
        return there != null && (hash < 0 || there.contains(reference.substring(hash + 1)));
    }
}
