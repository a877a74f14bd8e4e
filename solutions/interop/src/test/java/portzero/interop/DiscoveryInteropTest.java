package portzero.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.discovery.FoundService;
import portzero.discovery.GroupMember;
import portzero.discovery.Message;
import portzero.discovery.Service;
import portzero.discovery.ServiceFinder;
import portzero.discovery.ServiceResponder;

/** Lab 10, with members, responders and finders in Python, which sees the time to live that Java does not show. */
@Timeout(120)
@EnabledOnOs(OS.LINUX) // where the loopback interface carries multicast without being asked to
class DiscoveryInteropTest {

    private static final String INTERFACE = "lo";

    @Test
    void member_sends_with_its_time_to_live() throws Exception {
        InetSocketAddress group = group();
        try (GroupMember member = new GroupMember();
                Python python = Python.start("member", group)) {
            python.expect("ready");
            member.join(group, INTERFACE, 42);
            member.send("hello".getBytes(US_ASCII));
            python.expect("hello with 42");
        }
    }

    @Test
    void member_hears_python() throws Exception {
        InetSocketAddress group = group();
        try (GroupMember member = new GroupMember()) {
            member.join(group, INTERFACE, 1);
            try (Python python = Python.start("sender", group)) {
                python.expect("sent");
                Message message = member.receive(Duration.ofSeconds(10));
                assertThat(message.sender()).isEqualTo(42);
                assertThat(new String(message.payload(), US_ASCII)).isEqualTo("hello");
            }
        }
    }

    @Test
    void finder_finds_python_by_multicast_and_by_broadcast() throws Exception {
        InetSocketAddress group = group();
        InetSocketAddress broadcast =
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, -1, -1, -1}), group.getPort());
        ServiceFinder finder = new ServiceFinder();
        try (Python python = Python.start("responder", group)) {
            python.expect("ready");
            FoundService hall = new FoundService("hall", new InetSocketAddress(InetAddress.getLoopbackAddress(), 631));
            Duration wait = Duration.ofSeconds(1);
            assertThat(finder.find("printer", group, INTERFACE, wait)).containsExactly(hall);
            python.expect("asked with 1"); // the local network only
            assertThat(finder.findByBroadcast("printer", broadcast, wait)).containsExactly(hall);
        }
    }

    @Test
    void responder_answers_python() throws Exception {
        InetSocketAddress group = group();
        try (ServiceResponder responder = new ServiceResponder()) {
            responder.start(group, INTERFACE, new Service("printer", "hall", 631));
            try (Python python = Python.start("finder", group)) {
                python.expect("02000000070277" + "68616c6c");
            }
        }
    }

    /** A group and a port that nobody has, and that no socket is given by chance. */
    private static InetSocketAddress group() throws IOException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (true) {
            int port = random.nextInt(20_000, 32_768);
            try (DatagramSocket free = new DatagramSocket(port)) {
                byte[] address = {(byte) 239, (byte) 255, (byte) random.nextInt(256), (byte) random.nextInt(1, 255)};
                return new InetSocketAddress(InetAddress.getByAddress(address), free.getLocalPort());
            } catch (BindException taken) {
                // by another program
            }
        }
    }

    /** The script in one of its roles. */
    private record Python(Process process, BufferedReader said) implements AutoCloseable {

        static Python start(String role, InetSocketAddress group) throws IOException, InterruptedException {
            Tool.PYTHON.check();
            List<String> command = List.of(
                    "python3",
                    Client.script("discovery.py"),
                    role,
                    group.getAddress().getHostAddress(),
                    Integer.toString(group.getPort()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Python(process, new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII)));
        }

        void expect(String line) throws IOException {
            assertThat(said.readLine()).isEqualTo(line);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
