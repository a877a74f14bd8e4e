package portzero.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What sessions are made of, with a tcpdump that captures what a test wants. */
@EnabledOnOs(OS.LINUX)
class SessionLibraryTest {
    private static final String SEGMENT =
            "IP 127.0.0.1.50001 > 127.0.0.1.9000: Flags [P.], seq 1:6, ack 1, win 64, options [TS val 1 ecr 1], length 5";
    private static final String TOLD = SEGMENT.replace(" options [TS val 1 ecr 1],", "");
    private static final String ANSWER = "IP 127.0.0.1.9000 > 127.0.0.1.50001: Flags [.], ack 6, win 64, length 0";
    private static final String DATAGRAM = "IP 127.0.0.1.50001 > 127.0.0.1.9000: UDP, length 5";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsBash() {
        new Tool("bash").assumeIsThere(new Transcript("library"));
    }

    @Test
    void a_segment_that_is_sent_again_is_told_once() throws Exception {
        captures(SEGMENT, SEGMENT.replace("val 1", "val 9"), ANSWER);
        assertThat(session("follow 'tcp port 9000'\nsegments 1\nsegments 1").printed())
                .isEqualTo(TOLD + "\n" + ANSWER + "\n");
    }

    @Test
    void datagrams_are_all_told() throws Exception {
        captures(DATAGRAM, DATAGRAM);
        assertThat(session("follow 'udp port 9000'\nsegments 2").printed()).isEqualTo((DATAGRAM + "\n").repeat(2));
    }

    @Test
    void who_may_not_capture_is_told_so() throws Exception {
        tcpdump("echo \"tcpdump: lo: You don't have permission\" >&2; exit 1");
        var session = session("follow 'tcp port 9000'\nsegments 1");
        assertThat(session.exitCode()).isEqualTo(77);
        assertThat(session.printed())
                .isEqualTo("tcpdump may not capture here: tcpdump: lo: You don't have permission"
                        + " The recorded text is shown and not checked.\n");
    }

    @Test
    void a_port_that_somebody_was_connected_to_is_not_used() throws Exception {
        program("java", "echo x >>starts; echo listening on port 4000$(wc -l <starts); cat >rest");
        program("ss", "case \"$*\" in *40001*) echo TIME-WAIT;; esac");
        assertThat(session("server").printed())
                .isEqualTo("server$ java portzero.snippets.seeing.StepServer\nlistening on port 40002\n");
    }

    private void captures(String... lines) throws IOException {
        Files.writeString(folder.resolve("packets"), String.join("\n", lines) + "\n");
        tcpdump("echo 'listening on lo' >&2; cat " + folder.resolve("packets"));
    }

    private void tcpdump(String does) throws IOException {
        program("tcpdump", does);
    }

    private void program(String name, String does) throws IOException {
        var fake = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
    }

    private Command session(String script) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("script.sh"), script + "\n");
        return Command.run(
                List.of(
                        "bash",
                        Path.of("transcripts/lib/session.bash").toAbsolutePath().toString(),
                        file.toString()),
                folder,
                Map.of("JAVA", folder.resolve("java").toString(), "CLASSPATH", "none"));
    }
}
