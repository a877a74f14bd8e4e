package portzero.testkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class GroupTableTest {

    private static final List<String> LINES = List.of(
            "Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter",
            "1\tlo        :     2      V3",
            "\t\t\t\t0907FFEF     2 0:00000000\t\t0",
            "\t\t\t\t010000E0     1 0:00000000\t\t0",
            "14\twlan0.longname:     2      V3",
            "\t\t\t\t0907FFEF     5 0:00000000\t\t0",
            "\t\t\t\t010000E0     1 0:00000000\t\t0");

    @Test
    void members_are_those_of_the_group_on_the_interface() throws UnknownHostException {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
        InetAddress group = InetAddress.getByName("239.255.7.9");
        assertThat(GroupTable.members(LINES, "lo", group)).isEqualTo(2);
        assertThat(GroupTable.members(LINES, "wlan0.longname", group)).isEqualTo(5);
        assertThat(GroupTable.members(LINES, "eth0", group)).isZero();
        assertThat(GroupTable.members(LINES, "lo", InetAddress.getByName("239.255.9.7")))
                .isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_socket_that_joins_is_a_member() throws Exception {
        NetworkInterface loopback = Objects.requireNonNull(NetworkInterface.getByName("lo"));
        InetAddress group = InetAddress.getByName("239.254.200.201");
        assertThat(GroupTable.isVisible()).isTrue();
        try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
            channel.join(group, loopback);
            assertThat(GroupTable.members("lo", group)).isEqualTo(1);
        }
        assertThat(GroupTable.members("lo", group)).isZero();
    }
}
