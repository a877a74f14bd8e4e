package portzero.interop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A UDP client that nobody here wrote: sends its input as one datagram, and prints what comes back. */
enum DatagramClient {
    NC(Tool.NC) {
        @Override
        List<String> command(Loopback host, int port) {
            return List.of("nc", "-u", host.toString(), Integer.toString(port));
        }
    },
    SOCAT(Tool.SOCAT) {
        @Override
        List<String> command(Loopback host, int port) {
            String to = "UDP" + host.version() + ":" + host.forSocat() + ":" + port;
            return List.of("socat", "-t", Integer.toString(Client.PATIENCE), "-", to);
        }
    },
    PYTHON(Tool.PYTHON) {
        @Override
        List<String> command(Loopback host, int port) {
            return List.of("python3", Client.script("datagram.py"), host.toString(), Integer.toString(port));
        }
    };

    private final Tool tool;

    DatagramClient(Tool tool) {
        this.tool = tool;
    }

    abstract List<String> command(Loopback host, int port);

    /**
     * Sends a datagram to a server and returns the first bytes that come back. Skips the test where the program is
     * missing.
     *
     * @param length how many bytes to wait for; some of these programs do not end by themselves, for datagrams do not
     */
    byte[] ask(Loopback host, InetSocketAddress server, byte[] question, int length)
            throws IOException, InterruptedException {
        tool.check();
        Path in = Files.createTempFile("portzero-interop", ".in");
        Files.write(in, question);
        Process process = new ProcessBuilder(command(host, server.getPort()))
                .redirectInput(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(length);
        } finally {
            process.destroyForcibly();
            Files.delete(in);
        }
    }
}
