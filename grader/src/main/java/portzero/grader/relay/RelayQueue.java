package portzero.grader.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What has passed a relay and is not shown yet. Where it is full, whoever adds to it waits, and with it the wire. */
final class RelayQueue implements Consumer<RelayEvent> {

    private static final int MOST_WAITING = 2_000;

    private final BlockingQueue<RelayEvent> events = new ArrayBlockingQueue<>(MOST_WAITING);

    @Override
    public void accept(RelayEvent event) {
        try {
            events.put(event);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all that there is, as few events; waits so many milliseconds if there is nothing. */
    List<RelayEvent> next(long wait) throws InterruptedException {
        RelayEvent first = events.poll(wait, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<RelayEvent> batch = new ArrayList<>(List.of(first));
        events.drainTo(batch);
        return RelayBatch.merged(batch);
    }
}
