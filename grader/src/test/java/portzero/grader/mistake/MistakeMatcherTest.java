package portzero.grader.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portzero.grader.result.NamedMistake;
import portzero.grader.result.Outcome;

class MistakeMatcherTest {

    private static final Set<String> TESTS = Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    /** {@code a=late b=late}: tests and how they fail. */
    private static KnownMistake mistake(String sentence, String... failures) {
        Map<String, Set<String>> map = new TreeMap<>();
        split(failures).forEach((test, symptom) -> map.put(test, Set.of(symptom.split("\\|"))));
        return new KnownMistake(sentence.toLowerCase(java.util.Locale.ROOT), sentence, "tcp#reads", map);
    }

    private static Map<String, String> split(String... failures) {
        Map<String, String> map = new LinkedHashMap<>();
        Arrays.stream(failures).forEach(one -> map.put(one.substring(0, 1), one.substring(2)));
        return map;
    }

    private static MistakeMatcher matcher(KnownMistake... mistakes) {
        return new MistakeMatcher(new MistakeTable(List.of(mistakes)));
    }

    private static List<String> named(MistakeMatcher matcher, String... failures) {
        return named(matcher, TESTS, failures);
    }

    private static List<String> named(MistakeMatcher matcher, Set<String> observed, String... failures) {
        return matcher.name(new FailureVector(observed, split(failures))).stream()
                .map(NamedMistake::sentence)
                .toList();
    }

    private final MistakeMatcher matcher = matcher(
            mistake("Reads", "a=late", "b=late", "c=less"),
            mistake("Flushes", "d=nothing"),
            mistake("Closes", "e=open", "f=open|many open"));

    @Test
    void a_mistake_is_named_by_its_own_vector() {
        assertThat(named(matcher, "a=late", "b=late", "c=less")).containsExactly("Reads");
        assertThat(named(matcher, "d=nothing")).containsExactly("Flushes");
        assertThat(named(matcher, "e=open", "f=many open")).containsExactly("Closes");
    }

    @Test
    void what_nobody_knows_is_not_named() {
        assertThat(named(matcher)).isEmpty();
        assertThat(named(matcher, "g=late")).isEmpty();
        assertThat(named(matcher, "d=too much")).isEmpty();
        assertThat(named(matcher, "a=late")).isEmpty();
        assertThat(named(matcher, "d=nothing", "g=late", "h=late")).isEmpty();
        assertThat(named(new MistakeMatcher(MistakeTable.NONE), "d=nothing")).isEmpty();
    }

    @Test
    void a_large_vector_may_differ_a_little() {
        MistakeMatcher large = matcher(mistake("Waits", "a=x", "b=x", "c=x", "d=x", "e=x", "f=x", "g=x"));
        assertThat(named(large, "a=x", "b=x", "c=x", "d=x", "e=x", "f=x", "g=y"))
                .containsExactly("Waits");
        assertThat(named(large, "a=x", "b=x", "c=x", "d=x", "e=x", "f=x")).containsExactly("Waits");
        assertThat(named(large, "a=x", "b=x", "c=x", "d=x", "e=y", "f=y", "g=y"))
                .isEmpty();
    }

    @Test
    void of_two_that_are_alike_none_is_named_unless_they_say_the_same() {
        KnownMistake one = mistake("One", "a=late", "b=late");
        assertThat(named(matcher(one, mistake("Other", "a=late", "b=late")), "a=late", "b=late"))
                .isEmpty();
        KnownMistake same = new KnownMistake("other", "One", "tcp#reads", one.failures());
        assertThat(named(matcher(one, same), "a=late", "b=late")).containsExactly("One");
    }

    @Test
    void one_that_is_not_to_be_named_keeps_others_from_it() {
        KnownMistake one = mistake("One", "a=late", "b=late");
        assertThat(named(matcher(one, one.unnamed()), "a=late", "b=late")).isEmpty();
        assertThat(named(matcher(one.unnamed()), "a=late", "b=late")).isEmpty();
    }

    @Test
    void two_mistakes_in_one_program_are_both_named() {
        assertThat(named(matcher, "a=late", "b=late", "c=less", "d=nothing")).containsExactly("Flushes", "Reads");
    }

    @Test
    void where_a_pair_leaves_open_which_the_second_is_the_first_is_named_alone() {
        MistakeMatcher open = matcher(
                mistake("Reads", "a=late", "b=late", "c=less"),
                mistake("Flushes", "d=nothing"),
                mistake("Drops", "d=nothing"));
        assertThat(named(open, "a=late", "b=late", "c=less", "d=nothing")).containsExactly("Reads");
    }

    @Test
    void tests_that_were_not_run_count_neither_way() {
        assertThat(named(matcher, Set.of("a", "b"), "a=late", "b=late")).containsExactly("Reads");
        assertThat(named(matcher, Set.of("a", "b", "c"), "a=late", "b=late")).isEmpty();
    }

    @Test
    void a_test_that_was_skipped_was_not_run() {
        FailureVector vector = FailureVector.of(List.of(
                SampleFailure.of("a", Outcome.PASSED, null),
                SampleFailure.of("b", Outcome.SKIPPED, "not written yet"),
                SampleFailure.of("c", Outcome.FAILED, "late")));
        assertThat(vector.observed()).containsExactlyInAnyOrder("a", "c");
        assertThat(vector.failures()).containsExactly(Map.entry("c", "late"));
    }

    @Test
    void a_table_for_some_tests_says_nothing_that_they_do_not_show() {
        KnownMistake hidden = mistake("Hidden", "g=secret");
        KnownMistake shown = mistake("Shown", "a=late", "g=secret");
        KnownMistake alike = mistake("Alike", "b=less", "h=secret");
        KnownMistake alikeToo = mistake("AlikeToo", "b=less", "i=secret");
        MistakeTable table = new MistakeTable(List.of(hidden, shown, alike, alikeToo)).restrictedTo(Set.of("a", "b"));
        assertThat(table.toString()).doesNotContain("secret", "Hidden", "Alike", "g=[", "shown");
        assertThat(table.mistakes()).extracting(KnownMistake::sentence).containsOnly("", "Shown");
        MistakeMatcher matcher = new MistakeMatcher(table);
        assertThat(named(matcher, Set.of("a", "b"), "a=late")).containsExactly("Shown");
        assertThat(named(matcher, Set.of("a", "b"), "b=less")).isEmpty();
    }

    @Test
    void a_table_is_read_as_it_was_written() {
        MistakeTable table = new MistakeTable(List.of(mistake("Closes", "e=open", "f=open|many “open”")));
        byte[] bytes = MistakeTableFile.bytes(table);
        assertThat(MistakeTableFile.parse(bytes)).isEqualTo(table);
        assertThat(MistakeTableFile.bytes(MistakeTableFile.parse(bytes))).isEqualTo(bytes);
    }
}
