package portzero.grader.escape;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a program can see, reach and change around it. */
final class EnvironmentProbes {
    private static final Set<String> HARMLESS = Set.of("MALLOC_ARENA_MAX", "LC_ALL", "LOCPATH", "PWD", "TMPDIR");
    private static final int PATIENCE = 500; // milliseconds

    private EnvironmentProbes() {}

    static ProbeOutcome files(List<String> names) {
        var there = names.stream().filter(name -> Files.exists(Path.of(name))).toList();
        return there.isEmpty()
                ? ProbeOutcome.held("not there: " + String.join(", ", names))
                : ProbeOutcome.broken("there: " + String.join(", ", there));
    }

    static ProbeOutcome writing() {
        var written = new ArrayList<String>();
        for (var folder : List.of("/", "/etc", "/dev/shm", "/portzero", "/portzero/jdk", "/var/tmp", "/home")) {
            try {
                Files.delete(Files.createTempFile(Path.of(folder), "portzero-", ".tmp"));
                written.add(folder);
            } catch (IOException refused) {
                // as it should be
            }
        }
        return written.isEmpty()
                ? ProbeOutcome.held("nothing but /tmp can be written to")
                : ProbeOutcome.broken("can be written to: " + String.join(", ", written));
    }

    /** The address is one of those that are nobody's (RFC 5737): where packets go at all, no answer comes. */
    static ProbeOutcome network() throws IOException {
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && !network.isLoopback()) {
                return ProbeOutcome.broken("there is a network " + network.getName());
            }
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 9), PATIENCE);
            return ProbeOutcome.broken("192.0.2.1 answers");
        } catch (SocketTimeoutException sent) {
            return ProbeOutcome.broken("a packet to 192.0.2.1 went out");
        } catch (IOException unreachable) {
            return ProbeOutcome.held("192.0.2.1: " + unreachable.getMessage());
        }
    }

    static ProbeOutcome processes() throws IOException {
        long self = ProcessHandle.current().pid();
        var others = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : entries) {
                // Not even the sandbox's own: it would have neither limits nor a filter, and the same user.
                if (!process.endsWith(Long.toString(self))) {
                    others.add(process + " (" + command(process) + ")");
                }
            }
        }
        return others.isEmpty()
                ? ProbeOutcome.held("no process is seen but its own")
                : ProbeOutcome.broken(others.size() + " other processes are seen, such as " + others.get(0));
    }

    private static String command(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    static ProbeOutcome environment() {
        var others = System.getenv().keySet().stream()
                .filter(name -> !HARMLESS.contains(name))
                .sorted()
                .toList();
        return others.isEmpty()
                ? ProbeOutcome.held("no variable of the grader's is seen")
                : ProbeOutcome.broken("seen: " + String.join(", ", others));
    }
}
