package portzero.snippets.reliable;

/** Go-back-N on a line that loses one packet, round by round. */
final class WindowOfFour {

    private static final int PACKETS = 6;
    private static final int WINDOW = 4;

    private static int oldest; // outstanding at the sender
    private static int next; // to be sent
    private static int wanted; // by the receiver
    private static boolean lost;

    public static void main(String[] args) {
        // snippet: rounds
        while (oldest < PACKETS) {
            if (next == oldest + WINDOW || next == PACKETS) { // nothing more may be sent, and no ACK comes: time is up
                System.out.println("timeout, back to " + oldest);
                next = oldest;
            }
            while (next < Math.min(PACKETS, oldest + WINDOW)) {
                cross(next++);
            }
            oldest = wanted; // the last ACK says all that the others said
        }
        // end
    }

    private static void cross(int number) {
        if (number == 1 && !lost) {
            lost = true;
            System.out.println("DATA " + number + "  lost");
            return;
        }
        var inOrder = number == wanted;
        if (inOrder) {
            wanted++;
        }
        System.out.println("DATA " + number + "  " + (inOrder ? "taken" : "thrown away") + ", ACK " + wanted);
    }
}
