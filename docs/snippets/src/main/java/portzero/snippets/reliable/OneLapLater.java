package portzero.snippets.reliable;

import java.util.ArrayList;
import java.util.List;

/** With as many packets under way as there are numbers, a packet that comes again is taken for a new one. */
final class OneLapLater {

    private static final int NUMBERS = 4;

    public static void main(String[] args) {
        System.out.println("window of 3: " + afterLostAcks(3));
        System.out.println("window of 4: " + afterLostAcks(4));
    }

    // snippet: lap
    /** A window of packets comes, all ACKs are lost, and the window comes again. */
    private static List<String> afterLostAcks(int window) {
        var taken = new ArrayList<String>();
        for (var round = 1; round <= 2; round++) {
            for (var packet = 0; packet < window; packet++) {
                if (packet % NUMBERS == taken.size() % NUMBERS) { // the number that is wanted
                    taken.add("packet " + packet);
                }
            }
        }
        return taken;
    }
    // end
}
