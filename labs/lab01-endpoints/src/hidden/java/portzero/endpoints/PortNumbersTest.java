package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** Where the ranges of ports begin and end. */
class PortNumbersTest {

    @LabTest(
            task = 2,
            points = 4,
            hint = "The last system port is 1023, the last user port is 49151, and the last port of all is 65535",
            notes = "addresses#port-ranges")
    void knows_the_first_and_the_last_of_each_range(@Subject(PortNumbers.class) Ports ports) {
        is(ports, 0, PortRange.SYSTEM);
        is(ports, 1023, PortRange.SYSTEM);
        is(ports, 1024, PortRange.USER);
        is(ports, 49_151, PortRange.USER);
        is(ports, 49_152, PortRange.DYNAMIC);
        is(ports, 65_535, PortRange.DYNAMIC);
    }

    @LabTest(
            task = 2,
            points = 3,
            hint = "A port has 16 bits and no sign: anything below 0 or above 65535 is no port at all",
            notes = "addresses#port-ranges")
    void refuses_a_number_that_is_no_port(@Subject(PortNumbers.class) Ports ports, TestNetwork network) {
        refuses(ports, -1);
        refuses(ports, 65_536);
        refuses(ports, 65_536 + network.random().nextInt(1 << 20));
        refuses(ports, Integer.MIN_VALUE);
    }

    private static void is(Ports ports, int port, PortRange range) {
        assertThat(ports.rangeOf(port)).as("range of port %d", port).isEqualTo(range);
    }

    private static void refuses(Ports ports, int port) {
        PortRange range;
        try {
            range = ports.rangeOf(port);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("" + port);
            return;
        }
        fail(
                "Expected  an IllegalArgumentException for %d, which is no port%nbut       rangeOf returned %s",
                port, range);
    }
}
