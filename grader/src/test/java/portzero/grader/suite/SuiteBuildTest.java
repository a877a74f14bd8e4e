package portzero.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;

/** Tests are built from the course's files, whatever a student's say. */
class SuiteBuildTest {

    private static final String MAIN = "labs/lab02-echo/src/main/java/portzero/echo";

    @TempDir
    private Path home;

    static List<Lab> labs() throws CourseException {
        return Course.in(Root.path()).labs();
    }

    @BeforeEach
    void copy() throws IOException {
        Path from = Root.path().resolve("labs/lab02-echo");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = home.resolve("labs/lab02-echo")
                        .resolve(from.relativize(file).toString());
                if (!file.startsWith(from.resolve("target"))) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private Suite suite() throws CourseException, SuiteException {
        return SuiteBuild.of(Course.in(home).lab("echo"));
    }

    @Test
    void what_a_student_writes_changes_nothing() throws Exception {
        Suite before = suite();
        Files.writeString(home.resolve(MAIN).resolve("EchoServer.java"), "this is no Java");
        Files.writeString(home.resolve(MAIN).resolve("Pool.java"), "class Pool { EchoServer server; }");
        Suite after = suite();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.folder()).isEqualTo(before.folder());
        assertThat(after.givenClasses()).containsOnlyKeys("portzero.echo.Server", "portzero.echo.Client");
    }

    @Test
    void a_contract_that_changes_is_another_suite() throws Exception {
        String before = suite().digest();
        Path contract = home.resolve(MAIN).resolve("Server.java");
        Files.writeString(contract, Files.readString(contract) + "// changed\n");
        assertThat(suite().digest()).isNotEqualTo(before);
    }

    /** Otherwise a submission that does not bring it along could not use it. */
    @ParameterizedTest
    @MethodSource("labs")
    void every_class_that_a_lab_gives_is_part_of_its_contract(Lab lab) throws IOException {
        try (Stream<Path> files = Files.walk(lab.mainSources())) {
            assertThat(SuiteSources.of(lab).contract())
                    .containsExactlyElementsOf(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .filter(file -> !lab.isDeliverable(
                                            file.getFileName().toString()))
                                    .sorted()
                                    .toList());
        }
    }
}
