package portzero.snippets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kernel's view of the TCP connections of this machine, from {@code /proc/net/tcp} and {@code tcp6}. */
public final class KernelTable {
    /** In the order of their numbers, from 1: include/net/tcp_states.h in the Linux source. */
    private static final List<String> STATES = List.of(
            "ESTABLISHED",
            "SYN_SENT",
            "SYN_RECV",
            "FIN_WAIT1",
            "FIN_WAIT2",
            "TIME_WAIT",
            "CLOSE",
            "CLOSE_WAIT",
            "LAST_ACK",
            "LISTEN",
            "CLOSING");

    private KernelTable() {}

    /** The state of the end at {@code localPort} of the connection to {@code remotePort}; "gone" if there is none. */
    public static String state(int localPort, int remotePort) throws IOException {
        var ports = "\\s*\\d+: \\p{XDigit}+:%04X \\p{XDigit}+:%04X .*".formatted(localPort, remotePort);
        return lines().filter(line -> line.matches(ports))
                .map(line -> STATES.get(Integer.parseInt(line.strip().split("\\s+", 5)[3], 16) - 1))
                .findFirst()
                .orElse("gone");
    }

    /** Looks until that end is in {@code state}. */
    public static void await(String state, int localPort, int remotePort) throws IOException {
        while (!state(localPort, remotePort).equals(state)) {
            Thread.onSpinWait();
        }
    }

    private static Stream<String> lines() {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(KernelTable::lines);
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
