package portzero.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import portzero.testkit.await.Deadlines;
import portzero.testkit.internal.ContextFixture;
import portzero.testkit.trace.DeadlineExceededError;

@Timeout(60)
@EnabledOnOs(OS.LINUX) // elsewhere these tests would be skipped where a student's are
class MulticastTest {

    private final ContextFixture fixture = new ContextFixture();
    private final TestNetwork network = fixture.network;

    @AfterEach
    void close() {
        fixture.close();
        System.clearProperty(Deadlines.SCALE);
    }

    @Test
    void all_who_share_the_port_of_a_group_receive_what_is_sent_to_it() throws IOException {
        InetSocketAddress group = network.group();
        DatagramPeer one = network.share(group);
        DatagramPeer two = network.share(group);
        DatagramPeer sender = network.datagrams();
        sender.send(new byte[] {7}, group);
        for (DatagramPeer member : new DatagramPeer[] {one, two}) {
            assertThat(member.expect(new byte[] {7}).from()).isEqualTo(sender.address());
            assertThat(member.address()).isEqualTo(group);
        }
        assertThat(fixture.story())
                .contains("test sends a datagram to " + text(group) + ", 1 byte: 07")
                .contains("sends a datagram from " + text(sender.address()) + " to " + text(group) + ", 1 byte: 07");
    }

    @Test
    void a_group_has_a_port_that_nobody_has() throws IOException {
        InetSocketAddress group = network.group();
        new DatagramSocket(group.getPort()).close();
        assertThat(group.getAddress().isMulticastAddress()).isTrue();
    }

    @Test
    void members_are_counted_on_the_loopback_interface() throws IOException {
        InetSocketAddress group = network.group();
        network.expectMembers(group, 0);
        DatagramPeer member = network.share(group);
        network.share(group);
        network.expectMembers(group, 2);
        member.close();
        network.expectMembers(group, 1);
        System.setProperty(Deadlines.SCALE, "0.05");
        assertThatThrownBy(() -> network.expectMembers(group, 0))
                .isInstanceOf(DeadlineExceededError.class)
                .hasMessageContaining("Expected  no socket in the group "
                        + group.getAddress().getHostAddress() + " on lo\nbut       the kernel has 1");
    }

    @Test
    void a_broadcast_reaches_all_who_share_the_port() throws IOException {
        InetSocketAddress broadcast = network.broadcast();
        DatagramPeer one = network.share(broadcast);
        DatagramPeer two = network.share(broadcast);
        network.datagrams().send(new byte[] {7}, broadcast);
        one.expect(new byte[] {7});
        two.expect(new byte[] {7});
        assertThat(fixture.story()).contains(" to " + text(broadcast) + ", 1 byte: 07");
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
