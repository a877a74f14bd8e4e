package portzero.snippets.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.snippets.LinuxOnly;

/** Where the ports begin that the kernel hands out: not where the dynamic ports begin. */
@LinuxOnly
final class HandedOut {
    private static final int FIRST_USER_PORT = 1024;
    private static final int FIRST_DYNAMIC_PORT = 49_152;

    public static void main(String[] args) throws IOException {
        // snippet: range
        var range = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
        int first = Integer.parseInt(range.get(0).split("\\s+", -1)[0]);
        System.out.println("the first is a dynamic port: " + (first >= FIRST_DYNAMIC_PORT));
        System.out.println("the first is a user port:    " + (first >= FIRST_USER_PORT && first < FIRST_DYNAMIC_PORT));
        // end
    }
}
