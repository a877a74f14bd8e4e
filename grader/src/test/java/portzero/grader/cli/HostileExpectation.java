package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import portzero.grader.result.Outcome;
import portzero.grader.result.Result;
import portzero.grader.result.TestResult;
import portzero.grader.result.Verdict;

/**
 * Holds a result against an {@code expected.properties}.
 *
 * <pre>
 * verdict      GRADED if left out
 * reason       part of the reason, if it was not graded
 * fails        the tests that must fail, * standing for anything; trap is the one that {@code TrappedServer} fails
 * fails.most   tests that may fail as well; all others pass and keep their points
 * flaky        the tests that must have passed at the second try
 * flaky.most   tests that may have, if the machine was busy with something else
 * outcome      of each test that failed
 * limit        of one of them
 * message, output, threads    part of what one of them says; message.2 and so on for more
 * note         part of a remark beside the tests
 * </pre>
 *
 * @param expected the properties
 */
record HostileExpectation(Properties expected) {

    private static final String TRAP = "EchoServerTest.closing_a_server_that_was_never_started_does_nothing";

    void check(Result result) {
        assertThat(result.verdict().name())
                .as(result.reason())
                .isEqualTo(property("verdict").orElse("GRADED"));
        parts("reason").forEach(part -> assertThat(result.reason()).contains(part));
        parts("note").forEach(part -> assertThat(result.diagnostics()).anyMatch(note -> note.contains(part)));
        if (result.verdict() == Verdict.GRADED) {
            checkTests(result);
        } else {
            assertThat(result.score()).isZero();
        }
    }

    private void checkTests(Result result) {
        List<TestResult> failed = result.tests().stream()
                .filter(test -> test.outcome() != Outcome.PASSED)
                .toList();
        for (TestResult test : result.tests()) {
            boolean must = matches("fails", test);
            boolean may = must || matches("fails.most", test);
            assertThat(failed.contains(test) ? may : !must)
                    .as("%s: %s", test.id(), test)
                    .isTrue();
            assertThat(test.points()).isEqualTo(failed.contains(test) ? 0 : test.max());
            if (!matches("flaky.most", test)) {
                assertThat(test.flaky()).as(test.id()).isEqualTo(matches("flaky", test));
            }
        }
        assertThat(result.score())
                .isEqualTo(result.tests().stream().mapToInt(TestResult::points).sum());
        property("outcome")
                .ifPresent(outcome -> assertThat(failed)
                        .as("%s", failed)
                        .allMatch(test -> test.outcome().name().equals(outcome)));
        property("limit")
                .ifPresent(limit -> assertThat(failed)
                        .as("%s", failed)
                        .anyMatch(test -> String.valueOf(test.limit()).equals(limit)));
        checkTexts("message", failed, test -> String.valueOf(test.message()));
        checkTexts("output", failed, TestResult::output);
        checkTexts("threads", failed, test -> String.join("\n", test.threads()));
    }

    private void checkTexts(String key, List<TestResult> failed, Function<TestResult, String> text) {
        parts(key).forEach(part -> assertThat(failed.stream().map(text)).anyMatch(whole -> whole.contains(part)));
    }

    private boolean matches(String key, TestResult test) {
        return property(key).stream()
                .flatMap(value -> Stream.of(value.split(" ", -1)))
                .map(glob -> glob.equals("trap") ? TRAP : glob)
                .anyMatch(glob -> test.id().matches(glob.replace(".", "\\.").replace("*", ".*")));
    }

    private Stream<String> parts(String key) {
        return expected.stringPropertyNames().stream()
                .filter(name -> name.equals(key) || name.matches(key + "\\.[0-9]+"))
                .map(expected::getProperty);
    }

    private Optional<String> property(String key) {
        return Optional.ofNullable(expected.getProperty(key));
    }
}
