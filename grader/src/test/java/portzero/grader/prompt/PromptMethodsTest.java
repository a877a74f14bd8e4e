package portzero.grader.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptMethodsTest {

    private static final InetSocketAddress SERVER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000);

    /** @param attempts at least 1 */
    record Plan(int attempts, Duration firstWait) {
        Plan {
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts must be at least 1 but was " + attempts);
            }
        }
    }

    interface Contract {
        void connect(InetSocketAddress server, Duration timeout);

        void connectAny(List<InetSocketAddress> candidates);

        void retry(Plan plan, InetSocketAddress server);

        byte[] ask(byte[] question, String name, int most);

        void tell(double chance, long id, boolean last);

        void load(Path file);

        void close();
    }

    private final PromptMethods methods = new PromptMethods(Contract.class);

    private @Nullable Object[] arguments(String line) throws BadCallException {
        return methods.call(line, SERVER).arguments();
    }

    private byte[] question(String word) throws BadCallException {
        return (byte[]) Objects.requireNonNull(arguments("ask " + word + " name 1")[0]);
    }

    @Test
    void addresses_need_no_words_and_records_one_for_each_component() throws BadCallException {
        assertThat(arguments("connect 500ms")).containsExactly(SERVER, Duration.ofMillis(500));
        assertThat(arguments("connectAny")).containsExactly(List.of(SERVER));
        assertThat(arguments("retry 3 2s")).containsExactly(new Plan(3, Duration.ofSeconds(2)), SERVER);
        assertThat(arguments("  tell  0.5 -7 true ")).containsExactly(0.5, -7L, true);
        assertThat(arguments("close")).isEmpty();
        assertThat(methods.call("connect 2min", SERVER)).hasToString("connect(127.0.0.1:7000, 120 s)");
    }

    @Test
    void bytes_are_text_with_escapes_and_quotes_hold_words_together() throws BadCallException {
        assertThat(question("héllo")).isEqualTo("héllo".getBytes(UTF_8));
        assertThat(question("\"two words\\r\\n\"")).isEqualTo("two words\r\n".getBytes(UTF_8));
        assertThat(question("'it is \"so\"\\t\\\\'")).isEqualTo("it is \"so\"\t\\".getBytes(UTF_8));
    }

    @Test
    void single_bytes_are_hexadecimal_and_text_can_be_repeated() throws BadCallException {
        assertThat(question("\\0\\xfFa\\x7f")).containsExactly(0, -1, 'a', 127);
        assertThat(question("\"\"")).isEmpty();
        assertThat(question("\"ab\"*3\"c\"")).isEqualTo("abababc".getBytes(UTF_8));
        assertThat(question("\"a\"*100000")).hasSize(100_000);
        assertThat(question("\"a\"*")).isEqualTo("a*".getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ask \"hello|A quote is not closed",
                "ask \\q name 1|After \\ comes one of n r t 0",
                "ask \\x1 name 1|two hexadecimal digits",
                "ask \"a\"*8388609 name 1|No more than 8 MiB",
                "ask \"abc\"*99999999 name 1|No more than 8 MiB",
                "ask hello name many|MOST must be a whole number, such as 5, but was \"many\".",
                "ask hello name 99999999999|MOST must be a whole number",
                "connect 5|TIMEOUT must be a time in ms, s or min, such as 2s, but was \"5\".",
                "connect|connect takes TIMEOUT: a time in ms, s or min. Type: connect 2s",
                "close now|close takes nothing. Type: close",
                "retry 0 2s|retry: attempts must be at least 1 but was 0. Type: retry 5 2s",
                "tell 1 2 yes|LAST must be true or false",
                "load file|load cannot be called here: no words say FILE, a Path",
                "send hello|There is no such method; help lists those that there are.",
                "Connect 2s|There is no such method"
            })
    void a_line_that_is_no_call_is_answered_with_what_to_type(String line, String answer) {
        assertThatExceptionOfType(BadCallException.class)
                .isThrownBy(() -> methods.call(line, SERVER))
                .withMessageContaining(answer);
    }

    @Test
    void what_is_typed_wrongly_is_shown_without_its_control_characters() {
        assertThatExceptionOfType(BadCallException.class)
                .isThrownBy(() -> methods.call("connect \u001b[2J", SERVER))
                .satisfies(bad ->
                        assertThat(bad.getMessage()).doesNotContain("\u001b").contains("\\u001b[2J"));
    }

    @Test
    void methods_are_listed_with_an_example_that_can_be_typed() throws BadCallException {
        assertThat(methods.all())
                .extracting(PromptMethod::example)
                .startsWith("connect 2s", "connectAny", "retry 5 2s")
                .endsWith("close");
        for (PromptMethod method : methods.all()) {
            if (method.isCallable()) {
                assertThat(methods.call(method.example(), SERVER).method()).isEqualTo(method.method());
            }
        }
        assertThat(methods.all())
                .extracting(PromptMethod::meaning)
                .contains("ATTEMPTS: a whole number; FIRST_WAIT: a time in ms, s or min", "");
    }
}
