package portzero.grader.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import portzero.grader.run.protocol.Optimisation;

class WithoutOptionTest {

    @Command(name = "x")
    private static final class Words {
        @Mixin
        private WithoutOption without = new WithoutOption();
    }

    private static Words parse(String... words) {
        Words parsed = new Words();
        new CommandLine(parsed).parseArgs(words);
        return parsed;
    }

    @Test
    void nothing_is_off_unless_named() {
        assertThat(parse().without.off()).isEmpty();
    }

    @Test
    void names_are_divided_by_commas_or_given_one_by_one() {
        assertThat(parse("--without", "lateness,time-wait", "--without", "archives")
                        .without
                        .off())
                .containsExactlyInAnyOrder(Optimisation.LATENESS, Optimisation.TIME_WAIT, Optimisation.ARCHIVES);
    }

    @Test
    void all_stands_for_all() {
        assertThat(parse("--without", "all").without.off()).containsExactlyInAnyOrder(Optimisation.values());
    }

    @Test
    void unknown_name_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> parse("--without", "speed"))
                .hasMessageContaining("there is no optimisation speed; choose " + Optimisation.names() + " or all");
    }

    @Test
    void help_names_them_on_one_line() {
        assertThat(new CommandLine(new Words()).getUsageMessage()).contains("optimisations: " + Optimisation.names());
    }
}
