package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import portzero.grader.Root;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import portzero.grader.course.Lab;
import portzero.grader.course.LabClient;
import portzero.grader.course.LabServer;
import portzero.grader.notes.NotesIndex;
import portzero.grader.prompt.PromptMethod;
import portzero.grader.prompt.PromptMethods;
import portzero.grader.result.TestVisibility;
import portzero.grader.suite.ServerContract;
import portzero.grader.suite.SubjectContract;
import portzero.grader.suite.Suite;
import portzero.grader.suite.SuiteBuild;
import portzero.grader.suite.SuiteException;
import portzero.grader.suite.TestCase;
import portzero.testkit.Subject;
import portzero.testkit.Symptom;
import portzero.testkit.external.StartArguments;
import portzero.testkit.subject.Contract;

/** What every lab of the course must have; whether its tests are right is what {@code lab vet} shows. */
class LabsTest {

    static List<Lab> labs() throws CourseException {
        return Course.in(Root.path()).labs();
    }

    @Test
    void there_are_labs_and_no_two_of_a_number_or_name() throws CourseException {
        assertThat(labs()).isNotEmpty();
        assertThat(labs()).extracting(Lab::number).doesNotHaveDuplicates();
        assertThat(labs()).extracting(Lab::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void contracts_are_plain_data(Lab lab) throws SuiteException {
        Set<Class<?>> contracts = SuiteBuild.of(lab).tests().stream()
                .flatMap(test -> Stream.of(test.method().getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(Subject.class))
                .map(Parameter::getType)
                .collect(Collectors.toSet());
        assertThat(contracts).isNotEmpty();
        contracts.forEach(Contract::check);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void subjects_are_deliverables(Lab lab) throws SuiteException {
        assertThat(SuiteBuild.of(lab).tests())
                .flatExtracting(test -> List.of(test.method().getParameters()))
                .filteredOn(parameter -> parameter.isAnnotationPresent(Subject.class))
                .extracting(parameter -> Objects.requireNonNull(parameter.getAnnotation(Subject.class))
                        .value()
                        .getSimpleName())
                .containsOnly(lab.deliverables().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void a_server_is_described_so_that_it_can_be_started(Lab lab) throws Exception {
        Optional<LabServer> server = LabServer.of(lab);
        if (Files.readAllLines(lab.folder().resolve("lab.properties")).contains("server=none")) {
            assertThat(server).isEmpty();
            return;
        }
        boolean starts = lab.deliverables().stream().anyMatch(name -> hasStart(lab, name));
        assertThat(server.isPresent()).as("server= in lab.properties").isEqualTo(starts);
        if (server.isPresent()) {
            ServerContract contract = ServerContract.of(
                    SuiteBuild.of(lab), server.get().description().name());
            assertThat(contract.arguments(server.get().samples()))
                    .hasSize(contract.start().getParameterCount());
            assertThat(server.get().samples().keySet())
                    .containsExactlyInAnyOrderElementsOf(StartArguments.names(contract.start()));
            assertThat(server.get().ask()).contains("{host}", "{port}");
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void clients_are_named_so_that_they_can_be_played_with(Lab lab) throws Exception {
        assertThat(Files.readAllLines(lab.folder().resolve("lab.properties")))
                .as("lab.properties needs client=CLASS, or client=none")
                .anyMatch(line -> line.startsWith("client="));
        Suite suite = SuiteBuild.of(lab);
        List<String> names = LabClient.of(lab).map(LabClient::names).orElse(List.of());
        assertThat(lab.deliverables()).containsAll(names);
        for (String name : lab.deliverables()) {
            SubjectContract found = SubjectContract.find(suite, name).orElseThrow();
            assertThat(names.contains(name))
                    .as(name + " in client=")
                    .isEqualTo(found.contract().getSimpleName().matches(".*Client|Prober")
                            && new PromptMethods(found.contract())
                                    .all().stream().anyMatch(PromptMethod::takesAddress));
        }
        for (String name : names) {
            assertThat(new PromptMethods(SubjectContract.find(suite, name)
                                    .orElseThrow()
                                    .contract())
                            .all())
                    .allMatch(PromptMethod::isCallable, "can be called with words")
                    .anyMatch(PromptMethod::takesAddress, "takes an address");
            assertThat(suite.tests())
                    .as("public tests that have " + name + ", for only they are in a handout")
                    .filteredOn(test -> test.visibility() == TestVisibility.PUBLIC)
                    .flatExtracting(test -> List.of(test.method().getParameters()))
                    .filteredOn(parameter -> parameter.isAnnotationPresent(Subject.class))
                    .anyMatch(parameter -> Objects.requireNonNull(parameter.getAnnotation(Subject.class))
                            .value()
                            .getSimpleName()
                            .equals(name));
        }
    }

    private static boolean hasStart(Lab lab, String name) {
        try {
            return ServerContract.of(SuiteBuild.of(lab), name)
                    .subject()
                    .getSimpleName()
                    .equals(name);
        } catch (SuiteException other) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void every_test_refers_to_a_section_of_the_notes(Lab lab) throws SuiteException {
        NotesIndex readings = NotesIndex.of(lab.home());
        assertThat(SuiteBuild.of(lab).tests())
                .filteredOn(test -> readings.find(test.reading()).isEmpty())
                .extracting(test -> test.id() + " → " + test.reading())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void every_symptom_refers_to_a_section_of_the_notes(Symptom symptom) {
        assertThat(symptom.reading().isEmpty()
                        || NotesIndex.of(Root.path()).find(symptom.reading()).isPresent())
                .as(symptom.reading())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void every_test_has_a_name_of_its_own_points_and_a_hint(Lab lab) throws SuiteException {
        Suite suite = SuiteBuild.of(lab);
        assertThat(suite.tests()).extracting(TestCase::id).doesNotHaveDuplicates();
        assertThat(suite.tests()).allSatisfy(test -> {
            assertThat(test.points()).as(test.id()).isPositive();
            assertThat(test.hint()).as(test.id()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(suite.points()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void tasks_are_numbered_without_a_gap(Lab lab) throws SuiteException {
        Set<Integer> tasks =
                SuiteBuild.of(lab).tests().stream().map(TestCase::task).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tasks)
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(tasks.size()).toList());
    }

    @ParameterizedTest
    @MethodSource("labs")
    void mistakes_name_tests_that_there_are_and_the_section_of_one_of_them(Lab lab) throws SuiteException {
        Map<String, String> readings =
                SuiteBuild.of(lab).tests().stream().collect(Collectors.toMap(TestCase::id, TestCase::reading));
        for (VettedProgram program : ProgramFinder.of(lab)) {
            if (program.kind() == VettedProgram.Kind.MISTAKE) {
                MistakeManifest manifest = MistakeManifest.of(program.sources().get(0));
                assertThat(readings.keySet()).as(program.name()).containsAll(manifest.fails());
                assertThat(manifest.fails())
                        .as(program.name())
                        .extracting(readings::get)
                        .contains(manifest.reading());
                assertThat(manifest.description()).as(program.name()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void every_promise_has_a_test_and_every_test_and_mistake_a_promise(Lab lab) throws SuiteException, IOException {
        Set<String> tests =
                SuiteBuild.of(lab).tests().stream().map(TestCase::id).collect(Collectors.toSet());
        Map<String, Set<String>> fails = new HashMap<>();
        for (VettedProgram program : ProgramFinder.of(lab)) {
            if (program.kind() == VettedProgram.Kind.MISTAKE) {
                fails.put(
                        program.name(),
                        MistakeManifest.of(program.sources().get(0)).fails());
            }
        }
        assertThat(ClauseTable.in(lab.solutions()).problems(tests, fails)).isEmpty();
    }
}
