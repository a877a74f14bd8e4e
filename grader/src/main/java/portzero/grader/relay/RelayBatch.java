package portzero.grader.relay;

import java.util.ArrayList;
import java.util.List;

/** Makes fewer events of many: what comes faster than one can read is told as sums. */
final class RelayBatch {

    /** So many lines at once are still read one by one. */
    private static final int FEW = 40;

    private RelayBatch() {}

    /** Bytes that follow each other in one direction as one event; of many events, all bytes of a client between two others of its. */
    static List<RelayEvent> merged(List<RelayEvent> events) {
        List<RelayEvent> few = merged(events, 1);
        return few.size() <= FEW ? few : merged(few, Integer.MAX_VALUE);
    }

    /** @param reach how many events back one may lie that is continued, if they are of other clients or directions */
    private static List<RelayEvent> merged(List<RelayEvent> events, int reach) {
        List<RelayEvent> merged = new ArrayList<>();
        for (RelayEvent event : events) {
            int at = earlier(merged, event, reach);
            if (at < 0) {
                merged.add(event);
            } else {
                merged.set(at, event.after(merged.get(at)));
            }
        }
        return merged;
    }

    private static int earlier(List<RelayEvent> merged, RelayEvent event, int reach) {
        for (int at = merged.size() - 1; at >= 0 && merged.size() - at <= reach; at--) {
            RelayEvent before = merged.get(at);
            if (event.continues(before)) {
                return at;
            }
            if (before.client() == event.client() && before.fromClient() == event.fromClient()) {
                return -1; // something of the same stream that is not bytes lies between
            }
        }
        return -1;
    }
}
