package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import portzero.grader.notes.server.NotesServer;

/** Every page of this very checkout, as validators and browsers see it; {@link AccessibilityTest} has axe see it. */
@Tag("slow")
@Tag("same-on-every-jdk")
class CoursePagesTest {
    /** What a script makes more of, and must be there without one. */
    private static final String READABLE = ".tab pre, .quiz legend, main .drawing, .states svg, .sequence svg";

    @TempDir
    private static Path folder;

    private static CoursePages course;

    @BeforeAll
    static void render() throws Exception {
        course = CoursePages.render(folder);
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
        try (Stream<Path> files = Files.walk(course.site())) {
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
    void fit_a_phone_and_load_their_style_and_images() throws Exception {
        try (var server = NotesServer.start(course.site(), 0)) {
            Browsers.visit(course.all(), () -> Chromium.open().wide(360), (page, browser) -> {
                browser.go(course.address(server, page));
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as(page + " in pixels")
                        .isEqualTo(360L);
                assertThat(browser.run("return getComputedStyle(document.body).marginTop"))
                        .isEqualTo("0px");
                assertThat(browser.run("return [...document.images].filter(i => i.naturalWidth === 0).length"))
                        .as(page + " without an image")
                        .isEqualTo(0L);
            });
        }
    }

    @Test
    void show_sequences_whole_and_legible_on_a_phone() throws Exception {
        try (var browser = Chromium.open()) {
            browser.wide(360);
            browser.go(course.site().resolve("book.html").toUri());
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
        Browsers.visit(course.all(), Chromium::withoutJavaScript, (page, browser) -> {
            browser.go(page.toUri());
            assertThat(browser.visible("h1")).as(page.toString()).isOne();
            assertThat(browser.visible(READABLE))
                    .as(page.toString())
                    .isEqualTo(browser.all(READABLE).size());
            assertThat(browser.visible("input, button, textarea, .popup, .search"))
                    .isZero();
            for (var fold : browser.all("main details")) {
                fold.findElement(By.tagName("summary")).click();
            }
            assertThat(browser.visible("main details:not([open])")).isZero();
        });
    }

    private static void validate(Set<String> errors) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            for (var page : course.all()) {
                validator
                        .validate(Files.newInputStream(page))
                        .lines()
                        .filter(line -> line.contains(": error"))
                        .forEach(line -> errors.add(course.name(page) + line));
            }
        } catch (Exception | StackOverflowError e) {
            errors.add("The validator failed: " + e);
        }
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
