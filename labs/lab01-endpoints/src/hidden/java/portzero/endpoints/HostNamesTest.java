package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** What a look-up gives, and how it fails. No test asks a server for a name. */
class HostNamesTest {

    private static final Path HOSTS = Path.of("/etc/hosts"); // see hosts(5)
    private static final int TOO_LONG = 64; // letters; a label of a name has 63 at most (RFC 1035, section 2.3.4)

    @LabTest(
            task = 3,
            points = 4,
            hint = "getByName gives you one address of a host; getAllByName gives you all of them, in order",
            notes = "addresses#names")
    void finds_all_addresses_of_localhost(@Subject(HostNames.class) Names names) throws IOException {
        for (String name : List.of("localhost", nameOfMost())) {
            List<InetAddress> expected = List.of(InetAddress.getAllByName(name));

            List<InetAddress> found = names.addressesOf(name);

            assertThat(found)
                    .withFailMessage(
                            "Expected  all addresses of %s, in order: %s%nbut       got %s", name, expected, found)
                    .containsExactlyElementsOf(expected);
        }
    }

    /** Of the names that this machine knows without asking anybody, the one with most addresses. */
    private static String nameOfMost() throws IOException {
        if (!Files.isReadable(HOSTS)) {
            return "localhost";
        }
        List<String> names = Files.readAllLines(HOSTS).stream()
                .map(line -> line.replaceFirst("#.*", "").trim())
                .flatMap(line -> Stream.of(line.split("\\s+")).skip(1)) // the address
                .toList();
        return names.stream()
                .max(Comparator.comparingInt(name -> Collections.frequency(names, name)))
                .orElse("localhost");
    }

    @LabTest(
            task = 3,
            points = 3,
            hint =
                    "An unknown name is an error of its own: let the UnknownHostException reach the caller, name and all",
            notes = "addresses#names")
    void says_which_name_is_unknown(@Subject(HostNames.class) Names names, TestNetwork network) {
        String name = network.letters(TOO_LONG) + ".invalid"; // fails at once: no resolver asks the network for it

        UnknownHostException unknown = unknown(names, name, "no host can have this name");

        assertThat(unknown).as("exception for the unknown name").hasMessageContaining(name);
    }

    @LabTest(
            task = 3,
            points = 3,
            hint = "Java takes the empty name for loopback, which hides that a name is missing: refuse it yourself",
            notes = "addresses#empty-name")
    void the_empty_name_has_no_address(@Subject(HostNames.class) Names names) {
        unknown(names, "", "it names no host");
    }

    private static UnknownHostException unknown(Names names, String host, String because) {
        List<InetAddress> addresses;
        try {
            addresses = names.addressesOf(host);
        } catch (UnknownHostException unknown) {
            return unknown;
        }
        return fail(
                "Expected  an UnknownHostException for \"%s\": %s%nbut       addressesOf returned %s",
                host, because, addresses);
    }
}
