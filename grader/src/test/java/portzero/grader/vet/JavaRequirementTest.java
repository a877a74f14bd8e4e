package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portzero.grader.Root;
import portzero.grader.compile.Compiler;
import portzero.grader.course.Course;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.wording.ReadingLink;

class JavaRequirementTest {

    private static final HintCheck NO_NOTES = new HintCheck(ReadingLink.none());

    @TempDir
    private Path folder;

    @Test
    void without_the_file_any_java_will_do() throws SuiteException {
        assertThat(JavaRequirement.of(folder)).isEqualTo(new JavaRequirement(Compiler.RELEASE));
    }

    @Test
    void release_is_read_and_compared() throws Exception {
        JavaRequirement requirement = JavaRequirement.of(requires("java=21\n"));
        assertThat(requirement.isMetBy(21)).isTrue();
        assertThat(requirement.isMetBy(25)).isTrue();
        assertThat(requirement.isMetBy(17)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "java=", "java=16", "java=1.8", "java=twenty", "jdk=21", "java=99999999999"})
    void what_is_no_release_is_an_error_that_says_so(String text) throws IOException {
        requires(text);
        assertThatThrownBy(() -> JavaRequirement.of(folder))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("requires.properties must say java= with a release from 17 on");
    }

    @Test
    void program_that_needs_a_newer_java_is_left_out_and_is_compiled_for_it_otherwise() throws Exception {
        Suite suite = SuiteBuild.of(Course.in(Root.path()).lab("echo"));
        VettedProgram modest =
                VettedProgram.of(VettedProgram.Kind.REFERENCE, "reference", List.of(folder.resolve("none")));
        VettedProgram modern = VettedProgram.of(VettedProgram.Kind.ALTERNATIVE, "modern", List.of(requires("java=21")));

        assertThat(Vetting.of(
                                suite,
                                ProgramSelection.of(List.of(modest, modern), 17, MistakeShare.ALL),
                                new RepeatCounts(3, 1),
                                NO_NOTES)
                        .gradings())
                .isEqualTo(3);
        assertThat(Vetting.of(
                                suite,
                                ProgramSelection.of(List.of(modest, modern), 21, MistakeShare.ALL),
                                new RepeatCounts(3, 1),
                                NO_NOTES)
                        .gradings())
                .isEqualTo(6);
        assertThat(modern.job("lab02", 0).release()).isEqualTo(21);
        assertThat(modest.job("lab02", 0).release()).isEqualTo(17);
    }

    private Path requires(String text) throws IOException {
        Files.writeString(folder.resolve(JavaRequirement.NAME), text);
        return folder;
    }
}
