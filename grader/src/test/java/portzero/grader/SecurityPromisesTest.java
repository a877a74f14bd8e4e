package portzero.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md names the tests of its promises, and they are there. */
class SecurityPromisesTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern HOSTILE = Pattern.compile("`hostile/([a-z-]+)`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(Root.path().resolve("SECURITY.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(30);
        for (MatchResult test : named) {
            assertThat(source(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
        }
    }

    @Test
    void every_hostile_submission_that_is_named_exists() throws IOException {
        Path hostile = Root.path().resolve("grader/src/test/resources/hostile");
        assertThat(HOSTILE.matcher(Files.readString(Root.path().resolve("SECURITY.md")))
                        .results()
                        .map(match -> match.group(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(hostile.resolve(name)).isDirectory());
    }

    @Test
    void every_promise_names_a_test() throws IOException {
        assertThat(Files.readAllLines(Root.path().resolve("SECURITY.md")))
                .filteredOn(line ->
                        line.startsWith("| ") && !line.startsWith("| A submission") && !line.startsWith("| ---"))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).containsPattern(NAMED + "|" + HOSTILE));
    }

    private static String source(String type) throws IOException {
        for (String module : List.of("grader", "labs/testkit")) {
            try (Stream<Path> files = Files.walk(Root.path().resolve(module).resolve("src/test/java"))) {
                Path file = files.filter(path -> path.endsWith(type + ".java"))
                        .findFirst()
                        .orElse(null);
                if (file != null) {
                    return Files.readString(file);
                }
            }
        }
        return "";
    }
}
