package portzero.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.TestAbortedException;
import portzero.testkit.await.Deadlines;
import portzero.testkit.fixture.HostProgram;
import portzero.testkit.fixture.Submission;
import portzero.testkit.subject.ClassFile;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.subject.InProcessRuntime;
import portzero.testkit.subject.SubjectRuntime;
import portzero.testkit.trace.ExplainedFailure;
import portzero.testkit.trace.Explanation;

@Tag("slow")
@EnabledOnOs(OS.LINUX) // the stories quote the kernel
class StoriesTest {

    private static final ForkedRuntime REMOTE = new ForkedRuntime(HostProgram::start);

    @BeforeAll
    static void load() {
        List<ClassFile> classes = new ArrayList<>(List.of(Submission.given(Server.class)));
        classes.add(Submission.written(EchoServer.class));
        classes.add(Submission.written(Servers.class));
        for (Class<?> type : Servers.class.getDeclaredClasses()) {
            classes.add(Submission.written(type));
        }
        classes.add(Submission.written(Servers.Throws.Odd.class));
        REMOTE.load(classes);
    }

    private static final Set<String> WAITING =
            Set.of("never_closes", "reads_on", "blocks", "leaks", "dies_in_a_thread");

    /** Short where a deadline has to pass, and beyond what a busy machine can make of it elsewhere. */
    private static void allow(String scale) {
        System.setProperty(Deadlines.SCALE, scale);
    }

    @BeforeEach
    void takeAllTheTimeItNeeds() {
        allow("10");
    }

    @AfterEach
    void reset() {
        System.clearProperty(Deadlines.SCALE);
        SubjectRuntime.use(new InProcessRuntime());
    }

    @AfterAll
    static void close() {
        REMOTE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong_byte",
                "never_closes",
                "reads_on",
                "blocks",
                "throws_up",
                "no_address",
                "needs_port",
                "bad_constructor",
                "own_assertion",
                "leaks",
                "fails_in_background",
                "fails_otherwise",
                "dies_in_a_thread",
                "call_meanwhile",
                "returns_instead"
            })
    void failure_reads_as_recorded(String test) throws IOException {
        SubjectRuntime.use(REMOTE);
        String remote = text(test);
        String folder = System.getProperty("portzero.record");
        if (folder != null) {
            Files.writeString(Path.of(folder, test + ".txt"), remote);
        }
        assertThat(remote).isEqualTo(recorded(test));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong_byte",
                "never_closes",
                "reads_on",
                "blocks",
                "throws_up",
                "no_address",
                "needs_port",
                "leaks"
            })
    void failure_reads_the_same_in_the_own_program(String test) throws IOException {
        String local = text(test);
        String expected = recorded(test).replaceAll("(?m)^  Output .*\n", ""); // which is on the console already
        assertThat(local).isEqualTo(expected);
    }

    @Test
    void right_server_passes_in_both_homes() {
        assertThat(run("right_server_passes").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        SubjectRuntime.use(REMOTE);
        assertThat(run("right_server_passes").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unwritten", "unwritten_in_background", "unwritten_constructor"})
    void what_is_not_written_is_skipped_in_both_homes(String test) {
        assertSkipped(test);
        SubjectRuntime.use(REMOTE);
        assertSkipped(test);
    }

    private static void assertSkipped(String test) {
        TestExecutionResult result = run(test);
        assertThat(result.getThrowable()).get().isInstanceOf(TestAbortedException.class);
        assertThat(result.getThrowable().orElseThrow()).hasMessageContaining("is not written yet: TODO task ");
    }

    @Test
    void drip_without_end_fails_by_the_deadline_of_the_whole_test() {
        SubjectRuntime.use(REMOTE);
        allow("0.4");
        ExplainedFailure failure = failure("drips");
        assertThat(failure.explanation().kind()).isEqualTo(Explanation.Kind.TIMEOUT);
        assertThat(failure.explanation().message()).endsWith("but       it did not (the whole test took 4 s)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void program_that_stands_still_is_not_waited_for() {
        SubjectRuntime.use(REMOTE);
        allow("40");
        Explanation explanation = story("reads_on").explanation();
        assertThat(explanation.kind()).isEqualTo(Explanation.Kind.STANDSTILL);
        assertThat(explanation.message()).endsWith("; the program stands still: every thread of it waits)");
    }

    @Test
    void exit_is_a_crash_and_the_next_test_is_not_touched() {
        SubjectRuntime.use(REMOTE);
        Explanation explanation = failure("exits").explanation();
        assertThat(explanation.kind()).isEqualTo(Explanation.Kind.CRASHED);
        assertThat(explanation.message()).startsWith("The program ended itself (exit 0) while the test ran\n");
        assertThat(run("right_server_passes").getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void arrows_have_the_numbers_of_the_lines() {
        Explanation explanation = failure("wrong_byte").explanation();
        assertThat(explanation.evidence().moves())
                .hasSameSizeAs(explanation.evidence().steps());
        assertThat(explanation.evidence().moves().get(1).label()).isEqualTo("connects");
        assertThat(explanation.evidence().moves().get(1).step()).isEqualTo(2);
    }

    private static String text(String test) {
        return Normal.of(String.valueOf(failure(test).getMessage()));
    }

    private static ExplainedFailure failure(String test) {
        if (WAITING.contains(test)) {
            allow("0.6");
        }
        return story(test);
    }

    private static ExplainedFailure story(String test) {
        TestExecutionResult result = run(test);
        assertThat(result.getThrowable()).get().isInstanceOf(ExplainedFailure.class);
        return (ExplainedFailure) result.getThrowable().orElseThrow();
    }

    private static TestExecutionResult run(String test) {
        List<Event> finished = EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Stories.class, method(test)))
                .execute()
                .testEvents()
                .finished()
                .list();
        assertThat(finished).hasSize(1);
        return finished.get(0).getRequiredPayload(TestExecutionResult.class);
    }

    private static Method method(String name) {
        for (Method method : Stories.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no test " + name);
    }

    /** The recorded text. To record anew, set the system property {@code portzero.record} to their folder. */
    private static String recorded(String test) throws IOException {
        try (InputStream in = StoriesTest.class.getResourceAsStream(test + ".txt")) {
            return new String(Objects.requireNonNull(in, test).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
