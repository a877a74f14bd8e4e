package portzero.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.net.TestNetwork;

/** What else a reader of endpoints has to take and to refuse. */
class EndpointTextTest {

    @LabTest(
            task = 1,
            points = 2,
            hint = "A port is a number of 16 bits, 0 to 65535; port 0 is right in text, for it asks for any free port",
            notes = "addresses#port-ranges")
    void takes_the_lowest_and_the_highest_port(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(8);

        assertThat(notation.parse(host + ":0")).isEqualTo(new Endpoint(host, 0));
        assertThat(notation.parse(host + ":65535")).isEqualTo(new Endpoint(host, 65_535));
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "The highest port is 65535: compare before you return, and mind numbers that are too large for an int",
            notes = "addresses#port-ranges")
    void refuses_a_port_out_of_range(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(8);
        long beyondInt = (1L << 32) + 80; // 80 again for those who let an int overflow

        for (String port : List.of("65536", "70000", "99999", "" + beyondInt)) {
            refuses(notation, host + ":" + port, "65535 is the highest port");
        }
        refuses(notation, host + ":-1", "a port has no sign");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Integer.parseInt takes a sign and the digits of every script; check every character: 0 to 9, no blank, no line end",
            notes = "addresses#endpoint-text")
    void refuses_a_port_that_is_not_just_digits(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(8);

        for (String port : List.of("http", "0x50", "8O", "80 ", " 80", "8 0", "80\n", "+80", "-0", "\u0668\u0660")) {
            refuses(notation, host + ":" + port, "a port has nothing but the digits 0 to 9");
        }
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "A port has one to five digits: zeros in front are digits, too, and a sixth digit is one too many",
            notes = "addresses#endpoint-text")
    void reads_a_port_of_one_to_five_digits(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(8);

        assertThat(notation.parse(host + ":7")).isEqualTo(new Endpoint(host, 7));
        assertThat(notation.parse(host + ":00080")).isEqualTo(new Endpoint(host, 80));
        for (String port : List.of("000080", "0000000", "0065535")) {
            refuses(notation, host + ":" + port, "a port has five digits at most");
        }
    }

    @LabTest(
            task = 1,
            points = 2,
            hint = "Without brackets nobody can tell where an IPv6 address ends and its port begins: refuse it",
            notes = "addresses#endpoint-text")
    void refuses_an_ipv6_address_without_brackets(@Subject(EndpointText.class) Notation notation) {
        for (String text : List.of("::1", "::1:80", "2001:db8::7", "2001:db8::7:443", "::", "fe80::1:2:80")) {
            refuses(notation, text, "an IPv6 address stands in brackets");
        }
    }

    @LabTest(
            task = 1,
            points = 3,
            hint = "Brackets come in pairs, around the whole host, and only around an IPv6 address",
            notes = "addresses#endpoint-text")
    void refuses_brackets_in_the_wrong_place(@Subject(EndpointText.class) Notation notation) {
        for (String text :
                List.of("[::1:80", "::1]:80", "[::1]80", "[::1", "[]:80", "[:80", "[[::1]]:80", "[::1:80]")) {
            refuses(notation, text, "its brackets are not around an address");
        }
        for (String text : List.of("[::1]x:80", "x[::1]:80", "[::1]]:80", "[::1][::2]:80", "local[host:80", "]:80")) {
            refuses(notation, text, "a bracket is neither before nor behind the host");
        }
        refuses(notation, "[localhost]:80", "a name has no brackets");
        refuses(notation, "[127.0.0.1]:80", "an IPv4 address has no brackets");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Whether a host exists, or can exist, is not for this class to say: keep its text, every character as it is",
            notes = "addresses#endpoint-text")
    void takes_the_host_as_it_is(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String name = network.letters(5);

        for (String host : List.of("My-" + name + ".Example", "_" + name, name + ".", "300.1.1.1", " " + name)) {
            same(notation, new Endpoint(host, 80), host + ":80");
        }
        for (String host : List.of("2001:DB8:0::7", "fe80::7%" + name, "1:2", ":", name + ":")) {
            same(notation, new Endpoint(host, 80), "[" + host + "]:80");
        }
    }

    private static void same(Notation notation, Endpoint endpoint, String text) {
        assertThat(notation.parse(text)).isEqualTo(endpoint);
        assertThat(notation.print(endpoint)).isEqualTo(text);
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Both parts have to be there; an empty host would mean loopback to one program and every address to another",
            notes = "addresses#empty-name")
    void refuses_text_that_lacks_a_part(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(8);

        refuses(notation, host, "it has no port");
        refuses(notation, host + ":", "its port is empty");
        refuses(notation, "[::1]", "it has no port");
        refuses(notation, "[::1]:", "its port is empty");
        refuses(notation, ":80", "its host is empty");
        refuses(notation, ":", "it has neither host nor port");
        refuses(notation, "", "there is nothing in it");
    }

    @LabTest(
            task = 1,
            points = 2,
            hint =
                    "Put the whole text into the message of every exception: whoever wrote it wants to see what is wrong with it",
            notes = "addresses#endpoint-text")
    void an_error_quotes_the_text(@Subject(EndpointText.class) Notation notation, TestNetwork network) {
        String host = network.letters(60);

        quotes(refuses(notation, host + ":http", "its port is no number"), host + ":http");
        for (String rest : List.of("", ":", ":65536", "[:80", ":1:80", ":+1", " 80")) {
            quotesIfRefused(notation, host + rest);
        }
        for (String text : List.of("[::1]", "[::1", "[::1]x:80", ":" + host, "[" + host + "]:80", "2001:db8::7")) {
            quotesIfRefused(notation, text);
        }
    }

    /** Whether it is refused is what other tests ask. */
    private static void quotesIfRefused(Notation notation, String text) {
        try {
            notation.parse(text);
        } catch (IllegalArgumentException refused) {
            quotes(refused, text);
        }
    }

    private static void quotes(IllegalArgumentException refused, String text) {
        String message = refused.getMessage();
        if (message == null || !message.contains(text)) {
            fail(
                    "Expected  an exception whose message quotes \"%s\"%nbut       its message was %s",
                    text, message == null ? "missing" : "\"" + message + "\"");
        }
    }

    private static IllegalArgumentException refuses(Notation notation, String text, String because) {
        Endpoint endpoint;
        try {
            endpoint = notation.parse(text);
        } catch (IllegalArgumentException refused) {
            return refused;
        }
        return fail(
                "Expected  an IllegalArgumentException for \"%s\": %s%nbut       parse returned %s",
                text, because, endpoint);
    }
}
