package portzero.snippets.mistakes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.snippets.KernelTable;
import portzero.snippets.LinuxOnly;

/** How long a connection in TIME_WAIT still has to wait. */
@LinuxOnly
final class TimeWaitTimer {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 50, loopback)) {
            // snippet: timer
            var client = new Socket(loopback, listener.getLocalPort());
            var server = listener.accept();
            client.close();
            server.getInputStream().read(); // -1
            server.close();
            KernelTable.await("TIME_WAIT", client.getLocalPort(), server.getLocalPort());
            long left = secondsLeft(client.getLocalPort(), server.getLocalPort());
            System.out.println("more than 50 seconds are left: " + (left > 50));
            System.out.println("more than 60 seconds are left: " + (left > 60));
            // end
        }
    }

    // snippet: left
    /** The column {@code tm->when} of {@code /proc/net/tcp}: hexadecimal, in hundredths of a second. */
    private static long secondsLeft(int localPort, int remotePort) throws IOException {
        var row = ".*:%04X \\p{XDigit}+:%04X 06 .*".formatted(localPort, remotePort); // 06: TIME_WAIT
        for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            for (var line : Files.readAllLines(Path.of(table))) {
                if (line.matches(row)) {
                    return Long.parseLong(line.strip().split("\\s+", -1)[5].substring(3), 16) / 100;
                }
            }
        }
        throw new IOException("No connection in TIME_WAIT");
    }
    // end
}
