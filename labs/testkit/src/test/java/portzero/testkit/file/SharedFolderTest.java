package portzero.testkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.net.Listener;
import portzero.testkit.net.TestNetwork;
import portzero.testkit.trace.UnmetExpectationError;

@Timeout(60)
class SharedFolderTest {

    private static final int TIMES = 20;

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_folder_is_gone_after_the_test_with_all_that_was_in_it() throws Exception {
        SharedFolder folder = network.folder();
        folder.write(folder.path("file"), new byte[3]).makeFolder(folder.path("inner"));
        folder.write(folder.path("inner").resolve("file"), new byte[3]);
        assertThat(folder.path("inner")).isDirectory();

        fixture.close();

        assertThat(folder.path("file").getParent()).doesNotExist();
    }

    @Test
    void what_a_link_leads_to_is_not_deleted() throws Exception {
        SharedFolder folder = network.folder();
        SharedFolder other = network.folder();
        other.write(other.path("kept"), new byte[3]);
        Files.createSymbolicLink(folder.path("link"), other.path("kept").getParent());

        folder.close();

        assertThat(folder.path("link").getParent()).doesNotExist();
        assertThat(other.path("kept")).exists();
    }

    @Test
    void a_stale_socket_refuses_and_a_live_one_does_not() throws Exception {
        SharedFolder folder = network.folder();
        Path stale = folder.path("stale");
        folder.leaveStaleSocket(stale).expectSocket(stale);
        network.expectRefused(stale);
        network.expectRefused(folder.path("missing"));

        Listener listener = network.listen(folder.path("live"));
        network.connect(folder.path("live")).send("a");
        listener.accept().expect("a");

        assertThat(fixture.story())
                .contains("test leaves the file of a dead server at " + stale, "connection to " + stale + " is refused")
                .contains("test connects to " + folder.path("live"));
    }

    @Test
    void a_listener_that_stays_is_reported() throws Exception {
        SharedFolder folder = network.folder();
        Path path = folder.path("live");
        network.listen(path);
        assertThatThrownBy(() -> network.expectRefused(path))
                .isInstanceOf(UnmetExpectationError.class)
                .hasMessageStartingWith("Expected  nobody to listen on " + path);
    }

    @Test
    void connecting_waits_for_room_in_a_full_queue() throws Exception {
        Path path = network.folder().path("busy");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path), 1);
            CompletableFuture<Boolean> accepted = new CompletableFuture<>();
            network.connect(path);
            network.connect(path); // on Linux the queue is full now: it has room for one more than the backlog
            Thread acceptor = new Thread(() -> acceptAll(listener, accepted));
            acceptor.start();
            for (int i = 2; i < TIMES; i++) {
                network.connect(path);
            }
            assertThat(accepted.join()).isTrue();
        }
    }

    private static void acceptAll(ServerSocketChannel listener, CompletableFuture<Boolean> accepted) {
        try {
            for (int i = 0; i < TIMES; i++) {
                listener.accept().close();
            }
            accepted.complete(true);
        } catch (IOException failed) {
            accepted.completeExceptionally(failed);
        }
    }

    @Test
    void paths_have_the_length_that_is_asked_for_in_bytes() throws Exception {
        SharedFolder folder = network.folder();
        assertThat(folder.pathOfLength(100).toString().getBytes(StandardCharsets.UTF_8))
                .hasSize(100);
        assertThat(folder.pathOfLength(101).toString().getBytes(StandardCharsets.UTF_8))
                .hasSize(101);
    }

    @Test
    void a_relative_path_leads_to_the_same_place() throws Exception {
        SharedFolder folder = network.folder();
        Path path = folder.path("file");
        folder.write(path, new byte[3]);
        assertThat(folder.relative(path)).isRelative().exists();
    }

    @Test
    void what_has_changed_is_reported() throws Exception {
        SharedFolder folder = network.folder();
        Path file = folder.path("file");
        folder.write(file, new byte[] {1, 2, 3})
                .expectContent(file, new byte[] {1, 2, 3})
                .expectEntries(1);
        Files.write(file, new byte[] {1, 2, 4});
        assertThatThrownBy(() -> folder.expectContent(file, new byte[] {1, 2, 3}))
                .hasMessageContaining("to stay as it was")
                .hasMessageContaining("it has changed");
        assertThatThrownBy(() -> folder.expectSocket(file)).hasMessageContaining("something else is there");
        assertThatThrownBy(() -> folder.expectFolder(file)).hasMessageContaining("something else is there");
        assertThatThrownBy(() -> folder.expectNothing(file)).hasMessageContaining("a file is there");
        folder.delete(file);
        folder.expectNothing(file);
        assertThatThrownBy(() -> folder.expectContent(file, new byte[3])).hasMessageContaining("nothing is there");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no POSIX permissions")
    void permissions_are_compared() throws Exception {
        SharedFolder folder = network.folder();
        Path stale = folder.path("stale");
        folder.leaveStaleSocket(stale).expectPermissions(stale, "rwxrwxrwx");
        assertThatThrownBy(() -> folder.expectPermissions(stale, "rw-------"))
                .hasMessage("Expected  the permissions rw------- of " + stale + "\nbut       they are rwxrwxrwx");
    }
}
