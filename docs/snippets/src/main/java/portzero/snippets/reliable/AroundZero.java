package portzero.snippets.reliable;

/** What an ACK acknowledges, where 0 comes after 255. */
final class AroundZero {

    public static void main(String[] args) {
        var oldest = 254; // 254, 255 and 0 are outstanding
        var outstanding = 3;
        for (var ack : new int[] {254, 255, 0, 1, 2, 100}) {
            // snippet: count
            var acknowledged = Math.floorMod(ack - oldest, 256);
            var counts = 1 <= acknowledged && acknowledged <= outstanding;
            // end
            System.out.println("ACK " + ack + ": " + (counts ? acknowledged + " acknowledged" : "ignored"));
        }
    }
}
