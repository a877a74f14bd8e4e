package portzero.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that nobody here wrote: {@code socat} on a free port, with a program of its own for each client. */
final class SocatServer implements AutoCloseable {

    /** How socat says where it listens: {@code … N listening on AF=2 127.0.0.1:39853}. */
    private static final Pattern LISTENING = Pattern.compile(".* listening on .*:(\\d+)");

    private final Process process;
    private final InetSocketAddress address;

    private SocatServer(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a TCP server. Skips the test where there is no socat.
     *
     * @param answer what to do with each client, as socat's second address: {@code PIPE} sends back what comes
     */
    static SocatServer tcp(Loopback host, String answer) throws IOException, InterruptedException {
        Tool.SOCAT.check();
        host.anyPort();
        String listen = "TCP" + host.version() + "-LISTEN:0,bind=" + host.forSocat() + ",fork";
        Process process = new ProcessBuilder(List.of("socat", "-d", "-d", "-t", "60", listen, answer))
                .redirectErrorStream(true)
                .start();
        return new SocatServer(process, new InetSocketAddress(InetAddress.getByName(host.toString()), port(process)));
    }

    private static int port(Process process) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                return Integer.parseInt(listening.group(1));
            }
            all.append(line).append('\n');
        }
        throw new IOException("socat did not listen: " + all);
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
