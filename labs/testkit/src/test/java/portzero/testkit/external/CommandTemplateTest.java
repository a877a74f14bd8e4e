package portzero.testkit.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTemplateTest {

    private static final Map<String, String> VALUES = Map.of("host", "127.0.0.1", "port", "7000");

    @Test
    void placeholders_are_replaced_wherever_they_stand_and_other_braces_stay() {
        CommandTemplate template = new CommandTemplate(
                List.of("serve", "--at={host}:{port}", "{port}{port}", "{", "}", "{}", "a{b{port}c}"));
        assertThat(template.fill(VALUES))
                .containsExactly("serve", "--at=127.0.0.1:7000", "70007000", "{", "}", "{}", "a{b7000c}");
        assertThat(template.has("port")).isTrue();
        assertThat(template.has("file")).isFalse();
    }

    @Test
    void what_a_value_holds_is_not_replaced_again() {
        assertThat(new CommandTemplate(List.of("{host}")).fill(Map.of("host", "{port}", "port", "1")))
                .containsExactly("{port}");
    }

    @Test
    void a_command_has_a_word() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandTemplate(List.of()));
    }
}
