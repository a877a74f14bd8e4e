package portzero.grader.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portzero.grader.notes.server.NotesServer;

/**
 * What axe, a checker of accessibility, finds on the pages of this very checkout: on a sample of them that is another one each
 * day, or with {@code -Dportzero.axe=all} on every page in both themes. {@code -Dportzero.seed=N} repeats a sample.
 */
@Tag("slow")
@Tag("same-on-every-jdk")
class AccessibilityTest {
    private static final boolean ALL = "all".equals(System.getProperty("portzero.axe"));

    @TempDir
    private static Path folder;

    private static CoursePages course;

    private final long seed =
            Long.getLong("portzero.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay());

    @BeforeAll
    static void render() throws Exception {
        course = CoursePages.render(folder);
    }

    @Test
    void axe_finds_no_barrier() throws Exception {
        var axe = axe();
        Set<String> violations = new ConcurrentSkipListSet<>();
        try (var server = NotesServer.start(course.site(), 0)) {
            Browsers.visit(views(), Chromium::open, (view, browser) -> {
                browser.dark(view.dark());
                browser.go(course.address(server, view.page()));
                browser.run(axe);
                violations(browser)
                        .lines()
                        .forEach(line -> violations.add(
                                course.name(view.page()) + (view.dark() ? " dark: " : " light: ") + line));
            });
        }
        assertThat(violations)
                .as("seen by axe; -Dportzero.seed=%d chooses the same pages, -Dportzero.axe=all takes all", seed)
                .isEmpty();
    }

    @Test
    void a_sample_has_each_kind_of_page_and_both_themes() throws IOException {
        for (var seed = 0; seed < 20; seed++) {
            var sample = ThemedPage.sample(course, course.all(), new Random(seed));
            assertThat(sample.stream().map(view -> course.kind(view.page())).collect(Collectors.toSet()))
                    .isEqualTo(EnumSet.allOf(CoursePages.Kind.class));
            assertThat(sample).extracting(ThemedPage::dark).contains(true, false);
            assertThat(sample)
                    .doesNotHaveDuplicates()
                    .hasSizeLessThan(course.all().size());
        }
    }

    private List<ThemedPage> views() throws IOException {
        return ALL ? ThemedPage.all(course.all()) : ThemedPage.sample(course, course.all(), new Random(seed));
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
                AccessibilityTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
