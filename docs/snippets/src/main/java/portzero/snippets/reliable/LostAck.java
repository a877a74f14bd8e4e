package portzero.snippets.reliable;

import java.util.ArrayList;
import java.util.List;

/** The sender cannot tell a lost packet from a lost ACK, so the receiver must know a packet that comes again. */
final class LostAck {

    private static int wanted;

    public static void main(String[] args) {
        var taken = new ArrayList<String>();
        receive(0, "one", taken); // this ACK is lost
        receive(0, "one", taken); // so the packet comes again
        receive(1, "two", taken);
        System.out.println("delivered: " + taken);
    }

    // snippet: receive
    private static void receive(int number, String payload, List<String> taken) {
        if (number == wanted) {
            taken.add(payload);
            wanted++;
        }
        System.out.println("DATA " + number + " has come, ACK " + wanted); // also when it was not taken
    }
    // end
}
