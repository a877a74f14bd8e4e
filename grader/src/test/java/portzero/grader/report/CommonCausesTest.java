package portzero.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import portzero.grader.result.Outcome;
import portzero.grader.result.TestResult;

class CommonCausesTest {

    private static final String NULL = """
        An exception ended the thread “echo-1”: NullPointerException
          at EchoServer.java:41
        Expected  the server to send 3 bytes
        but       nothing came\
        """;

    private static final String THREW = """
        Expected  EchoServer.close to return
        but       it threw NullPointerException: no
          at EchoServer.java:41 (close)\
        """;

    private final List<TestResult> tests = new ArrayList<>();

    @Test
    void failures_by_one_exception_are_grouped_with_one_to_begin_with() {
        TestResult first = failed(0, NULL);
        failed(1, "Expected  a\nbut       b");
        TestResult other = failed(2, THREW);
        passed(3);
        passed(4);
        passed(5);
        passed(6);
        CommonCauses causes = new CommonCauses(tests);
        assertThat(causes.groups()).singleElement().satisfies(group -> {
            assertThat(group.what()).isEqualTo("NullPointerException at EchoServer.java:41");
            assertThat(group.first()).isEqualTo(first);
            assertThat(group.tests()).containsExactly(first, other);
        });
        assertThat(causes.advice())
                .containsExactly(
                        "One cause seems to fail these, NullPointerException at EchoServer.java:41; begin with the"
                                + " first:",
                        "  task " + first.task() + "  " + first.name(),
                        "  task " + other.task() + "  " + other.name());
    }

    @Test
    void basic_test_is_to_pass_first_where_much_fails_with_it() {
        TestResult basic = failed(0, "Expected  a\nbut       b");
        TestResult later = failed(1, "Expected  a\nbut       c");
        failed(2, "Expected  a\nbut       d");
        CommonCauses causes = new CommonCauses(tests);
        assertThat(causes.basicOf(basic)).isEmpty();
        assertThat(causes.basicOf(later)).contains(basic);
        assertThat(causes.advice())
                .containsExactly(
                        "First make “" + basic.name() + "” pass: 2 more tests of EchoServerTest fail with it.");
    }

    @Test
    void one_failure_is_not_told_to_wait_for_another() {
        failed(0, "Expected  a\nbut       b");
        TestResult later = failed(1, "Expected  a\nbut       c");
        passed(2);
        passed(3);
        assertThat(new CommonCauses(tests).basicOf(later)).isEmpty();
        assertThat(new CommonCauses(tests).advice()).isEmpty();
    }

    private TestResult failed(int spec, String message) {
        return add(spec, Outcome.FAILED, message);
    }

    private void passed(int spec) {
        add(spec, Outcome.PASSED, null);
    }

    private TestResult add(int number, Outcome outcome, @Nullable String message) {
        SampleTests.Spec spec = new SampleTests.Spec(
                "test_" + number, 1, 5, SampleTests.ECHO.get(0).visibility(), "hint", "tcp");
        TestResult result =
                SampleTests.result(spec, outcome, null, false, message, List.of(), List.of(), List.of(), List.of(), "");
        tests.add(result);
        return result;
    }
}
