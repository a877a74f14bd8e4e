package portzero.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portzero.grader.course.Course;
import portzero.grader.course.CourseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs in other languages, checked from outside. */
@Tag("slow")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ChallengeCommandTest {

    @TempDir
    private Path folder;

    private static CommandOutcome challenge(String lab, List<String> command, String... placeholders) {
        List<String> words = new ArrayList<>(List.of("challenge", lab, "--"));
        words.addAll(command);
        words.addAll(Arrays.asList(placeholders));
        return CommandOutcome.in(CourseHome.HOME, words.toArray());
    }

    private static String[] placeholders(String lab) {
        return switch (lab) {
            case "shutdown" -> new String[] {"{host}", "{port}", "{book}"};
            case "threads" -> new String[] {"{host}", "{port}", "{limit}", "{messages}"};
            case "selector" -> new String[] {"{host}", "{port}", "{content}"};
            default -> new String[] {"{host}", "{port}"};
        };
    }

    /** How much can be seen from outside is what the sheets say; it must not become less unnoticed. */
    @ParameterizedTest
    @CsvSource({
        "PYTHON, echo, 70", "C, echo, 70",
        "PYTHON, shutdown, 35", "C, shutdown, 35",
        "PYTHON, threads, 90", "C, threads, 90",
        "PYTHON, selector, 86", "C, selector, 86",
        "PYTHON, udp, 30", "C, udp, 30"
    })
    void a_right_server_passes_every_test_that_needs_no_method_call(ForeignLanguage language, String lab, int points)
            throws IOException, InterruptedException, CourseException {
        CommandOutcome ran = challenge(lab, language.command(lab, folder), placeholders(lab));
        assertThat(ran.out())
                .contains(": " + points + " of " + points + " points.")
                .doesNotContain("✗");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        Path sheet = Course.in(CourseHome.HOME).lab(lab).folder().resolve("README.md");
        assertThat(Files.readString(sheet).replaceAll("\\s+", " "))
                .contains(points + " of the 100 points, with the hidden tests");
    }

    @Test
    void an_echo_server_that_waits_for_a_line_end_fails_the_tests_of_bytes_and_no_others() throws Exception {
        CommandOutcome ran =
                challenge("echo", ForeignLanguage.PYTHON.command("echo-lines", folder), "{host}", "{port}");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(failed(ran))
                .contains(
                        "answers before the client ends its stream",
                        "answers at once and then sleeps",
                        "echoes a single byte",
                        "echoes every byte value")
                .isSubsetOf( // random bytes may end in a line end
                        "answers before the client ends its stream",
                        "answers at once and then sleeps",
                        "echoes a single byte",
                        "echoes every byte value",
                        "echoes a large message byte for byte",
                        "loses nothing when the client reads slowly",
                        "sends what is left before it closes",
                        "keeps the bytes of many clients apart",
                        "serves everyone who has connected");
        assertThat(ran.out()).contains("test sends 1 byte", "Hint ", "docs: tcp, “A read returns what is there”");
    }

    @Test
    void a_board_that_serves_one_client_at_a_time_fails_the_tests_of_several_and_passes_those_of_one()
            throws Exception {
        CommandOutcome ran = challenge(
                "threads", ForeignLanguage.PYTHON.command("threads-one-at-a-time", folder), placeholders("threads"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(failed(ran)).contains("an idle client does not hold up the next");
        assertThat(ran.out()).contains("✓ task 1  a client is greeted and its commands are answered");
    }

    @Test
    void a_ticket_server_that_forgets_fails_the_tests_of_repetitions() throws Exception {
        CommandOutcome ran = challenge("udp", ForeignLanguage.C.command("udp-forgets", folder), "{host}", "{port}");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(failed(ran))
                .containsExactlyInAnyOrder(
                        "a repeated question gets the same ticket",
                        "a late repetition gets the same ticket",
                        "ids that differ in one byte are different",
                        "the last hundred of many are remembered",
                        "the same id from another port is another question");
    }

    @Test
    void json_keeps_to_its_schema_whether_the_program_starts_or_not() throws Exception {
        List<Object> words = new ArrayList<>(List.of("challenge", "echo", "--task", 2, "--json", "--"));
        words.addAll(ForeignLanguage.PYTHON.command("echo-lines", folder));
        words.addAll(List.of("{host}", "{port}"));
        CommandOutcome ran = CommandOutcome.in(CourseHome.HOME, words.toArray());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(JsonSchemas.faults("challenge.schema.json", ran.out())).isEmpty();
        JsonNode told = JsonMapper.builder().build().readTree(ran.out());
        assertThat(told.get("started").asBoolean()).isTrue();
        JsonNode findings = told.get("findings");
        assertThat(findings.get("points").asInt())
                .isPositive()
                .isLessThan(findings.get("max").asInt());
        assertThat(findings.get("tests"))
                .anyMatch(test -> !test.get("outcome").asString().equals("PASSED")
                        && test.get("name").asString().equals("echoes a single byte"));

        CommandOutcome missing = CommandOutcome.in(
                CourseHome.HOME, "challenge", "echo", "--json", "--", "no-such-program-anywhere", "{port}");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(JsonSchemas.faults("challenge.schema.json", missing.out())).isEmpty();
        assertThat(missing.out()).contains("\"started\": false", "Cannot run program");
        assertThat(JsonSchemas.faults("challenge.schema.json", missing.out().replace("false", "true")))
                .isNotEmpty();
    }

    private static List<String> failed(CommandOutcome ran) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("✗ task "))
                .map(line -> line.replaceFirst("✗ task \\d+ +", "").replaceFirst(" {2,}.*", ""))
                .toList();
    }

    @Test
    void what_cannot_be_seen_from_outside_is_told_with_its_reason_and_costs_nothing() throws Exception {
        CommandOutcome ran = challenge("echo", ForeignLanguage.PYTHON.command("echo", folder), "{host}", "{port}");
        assertThat(ran.out())
                .contains("Not applicable from outside: 14 tests, 30 ")
                .contains("it calls methods of EchoClient, which a program does not have: 13 tests, 28")
                .contains("- task 5  ");
    }

    @Test
    void a_program_that_ends_at_once_is_told_with_its_last_words() {
        CommandOutcome ran =
                challenge("echo", List.of("sh", "-c", "printf 'no \\033[31msuch module\\n' >&2; exit 7", "{port}"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out().replace('\n', ' '))
                .contains("The program does not start: 127.0.0.1:", "is not listened on", "it ended by itself (exit 7)")
                .contains("no \\u001b[31msuch module")
                .doesNotContain("\u001b");
    }

    @Test
    void a_program_that_is_not_there_is_told() {
        CommandOutcome ran = challenge("echo", List.of("no-such-program-anywhere", "{port}"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("The program does not start: Cannot run program \"no-such-program-anywhere\"");
    }

    @Test
    void a_command_that_cannot_work_is_refused_before_anything_is_started() {
        assertThat(challenge("echo", List.of("true")).err())
                .contains("has no {port} in it", "python3 server.py {host} {port}");
        CommandOutcome book = challenge("shutdown", List.of("true", "{host}", "{port}"));
        assertThat(book.code()).isEqualTo(2);
        assertThat(book.err()).contains("put {book} into the command, which becomes the name of a file with the bytes");
        assertThat(challenge("framing", List.of("true", "{port}")).err())
                .contains("lab03-framing has no server", "lab02-echo, lab04-shutdown, lab06-threads");
        assertThat(CommandOutcome.in(CourseHome.HOME, "challenge", "echo").err())
                .contains("Say how to start the program");
        assertThat(CommandOutcome.in(CourseHome.HOME, "challenge", "udp", "--connect", "127.0.0.1:9")
                        .err())
                .contains("--connect cannot be used");
        assertThat(CommandOutcome.in(CourseHome.HOME, "challenge", "echo", "--connect", "nowhere")
                        .err())
                .contains("--connect must be HOST:PORT");
    }

    @Test
    void a_program_that_runs_already_is_checked_as_far_as_no_test_starts_or_stops_it() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(ForeignLanguage.PYTHON.command("echo", folder));
        command.addAll(List.of("127.0.0.1", Integer.toString(port)));
        Process server = new ProcessBuilder(command).start();
        try {
            CommandOutcome ran = connected(port);
            assertThat(ran.out())
                    .contains("✓ task 2  echoes a single byte", "the program runs already, and this test stops it")
                    .contains("it looks at its open descriptors, which cannot be seen from outside")
                    .doesNotContain("✗");
            assertThat(ran.code()).isZero();
            assertThat(server.isAlive()).isTrue();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /** It says that nobody listens until somebody does. */
    private static CommandOutcome connected(int port) {
        for (int left = 1_000; true; left--) {
            CommandOutcome ran = CommandOutcome.in(
                    CourseHome.HOME, "challenge", "echo", "--connect", "127.0.0.1:" + port, "--up-to", 4);
            if (left == 0 || !ran.err().contains("Nobody accepts a connection")) {
                return ran;
            }
        }
    }
}
