package portzero.threads;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** What clients of the board do in several tests. */
final class Guests {

    /** More clients than any test has, for tests that are not about the limit. */
    static final int MANY = 250; // a server may start a thread for each place beforehand

    private static final int LARGE = 600_000; // characters
    private static final int COUNT = 9; // one more, and every later byte of a list has another place

    private Guests() {}

    /** Connects a client and waits until it has its place. */
    static Peer enter(InetSocketAddress address, TestNetwork network) throws IOException {
        return network.connect(address).expect("HELLO\n");
    }

    /** Connects a client, tells what it is greeted with, and leaves. */
    static String greeting(InetSocketAddress address, TestNetwork network) throws IOException {
        try (Peer client = network.connect(address)) {
            return client.receiveLine();
        }
    }

    /** Sends a command and gives the first line of the answer. */
    static String ask(Peer client, String command) throws IOException {
        return client.send(command + "\n").receiveLine();
    }

    /** Messages of 5.4 MB together: more than the system takes for a client that does not read, which is some 4 MB. */
    static List<String> muchToRead(TestNetwork network) {
        String text = network.letters(LARGE);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            messages.add(i + text);
        }
        return messages;
    }

    /** A client that has asked for the whole board and reads no more than the first line of the answer. */
    static Peer slowReader(InetSocketAddress address, TestNetwork network) throws IOException {
        Peer slow = enter(address, network);
        slow.send("LIST\n").expect(COUNT + "\n"); // from here on the server is sending
        return slow.hold();
    }
}
