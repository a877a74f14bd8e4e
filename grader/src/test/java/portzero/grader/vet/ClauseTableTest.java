package portzero.grader.vet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClauseTableTest {

    private static final Map<String, Set<String>> FAILS =
            Map.of("binds-the-wildcard", Set.of("EchoTest.listens"), "reads-once", Set.of("EchoTest.echoes"));
    private static final Set<String> TESTS = Set.of("EchoTest.listens", "EchoTest.echoes");

    private static final String COMPLETE = row("Listens on *its* address", "`EchoTest.listens`", "`binds-the-wildcard`")
            + row("`serve` answers all", "`EchoTest.echoes`,<br>`EchoTest.listens`", "`reads-once`");

    private static String row(String clause, String tests, String mistakes) {
        return "| " + clause + " | " + tests + " | " + mistakes + " |\n";
    }

    private static ClauseTable table(String rows) {
        return ClauseTable.of("# Clauses\n\nWords.\n\n| clause | tests | mistakes |\n| --- | --- | --- |\n" + rows);
    }

    private static List<String> problems(String rows) {
        return table(rows).problems(TESTS, FAILS);
    }

    @Test
    void complete_table_has_no_problems() {
        assertThat(problems(COMPLETE)).isEmpty();
        assertThat(table(COMPLETE).clauses())
                .extracting(ClauseTable.Clause::text)
                .containsExactly("Listens on its address", "serve answers all");
    }

    @Test
    void clause_that_is_not_graded_says_why() {
        String race = row("No two at once", "not graded: a race that no test can force", "");
        assertThat(problems(COMPLETE + race)).isEmpty();
        assertThat(table(race).clauses())
                .extracting(ClauseTable.Clause::reason)
                .containsExactly("a race that no test can force");
        assertThat(problems(COMPLETE + row("No two at once", "not graded:", "`reads-once`")))
                .contains("CLAUSES.md, \"No two at once\": no test holds it; name one, or say \"not graded:\" and why");
    }

    @Test
    void table_that_names_what_is_not_there_is_wrong() {
        assertThat(problems(COMPLETE + row("More", "`EchoTest.more` `EchoTest.echoes`", "`reads-twice` `reads-once`")))
                .containsExactly(
                        "CLAUSES.md, \"More\": there is no test EchoTest.more",
                        "CLAUSES.md, \"More\": there is no mistake reads-twice");
    }

    @Test
    void mistake_that_fails_none_of_its_clauses_tests_is_wrong() {
        assertThat(problems(COMPLETE + row("More", "`EchoTest.echoes`", "`binds-the-wildcard`")))
                .containsExactly("CLAUSES.md, \"More\": the mistake binds-the-wildcard fails none of its tests");
    }

    @Test
    void clause_without_a_mistake_is_wrong() {
        assertThat(problems(COMPLETE + row("More", "`EchoTest.echoes`", "")))
                .containsExactly("CLAUSES.md, \"More\": no mistake breaks it");
    }

    @Test
    void test_or_mistake_without_a_clause_is_wrong() {
        assertThat(problems(row("Listens", "`EchoTest.listens`", "`binds-the-wildcard`")))
                .containsExactly(
                        "CLAUSES.md has no clause for the test EchoTest.echoes",
                        "CLAUSES.md has no clause for the mistake reads-once");
    }

    @Test
    void lab_without_a_table_is_wrong() {
        assertThat(problems(""))
                .containsExactly("there is no table of clauses in CLAUSES.md: say which test holds which promise");
    }
}
