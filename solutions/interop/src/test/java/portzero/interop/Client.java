package portzero.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A TCP client that nobody here wrote: sends its input, ends its stream, and prints what comes back. */
enum Client {
    NC(Tool.NC) {
        @Override
        List<String> command(Loopback host, int port) {
            return List.of("nc", "-N", host.toString(), Integer.toString(port));
        }
    },
    SOCAT(Tool.SOCAT) {
        @Override
        List<String> command(Loopback host, int port) {
            String to = "TCP" + host.version() + ":" + host.forSocat() + ":" + port;
            return List.of("socat", "-t", Integer.toString(PATIENCE), "-", to);
        }
    },
    PYTHON(Tool.PYTHON) {
        @Override
        List<String> command(Loopback host, int port) {
            return List.of("python3", script("client.py"), host.toString(), Integer.toString(port));
        }
    };

    static final int PATIENCE = 60; // seconds, for a machine that is very busy

    private final Tool tool;

    Client(Tool tool) {
        this.tool = tool;
    }

    abstract List<String> command(Loopback host, int port);

    /** Sends bytes to a server and returns its answer. Skips the test where the program is missing. */
    byte[] exchange(Loopback host, InetSocketAddress server, byte[] sent) throws IOException, InterruptedException {
        tool.check();
        return run(command(host, server.getPort()), sent);
    }

    /** Runs a program with this input and returns its output. */
    static byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
        Path in = Files.createTempFile("portzero-interop", ".in");
        Path err = Files.createTempFile("portzero-interop", ".err");
        try {
            Files.write(in, input);
            return output(command, in, err);
        } finally {
            Files.delete(in);
            Files.delete(err);
        }
    }

    private static byte[] output(List<String> command, Path in, Path err) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectError(err.toFile())
                .start();
        try (InputStream out = process.getInputStream()) {
            byte[] output = out.readAllBytes();
            assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS))
                    .as(command + " ends")
                    .isTrue();
            assertThat(process.exitValue())
                    .as(command + ": " + Files.readString(err, UTF_8))
                    .isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The path of one of the scripts beside these classes. */
    static String script(String name) {
        try {
            return Path.of(Objects.requireNonNull(Client.class.getResource(name), name)
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
