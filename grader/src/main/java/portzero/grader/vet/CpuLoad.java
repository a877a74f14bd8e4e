package portzero.grader.vet;

import java.util.List;
import java.util.stream.IntStream;

/** Keeps every processor busy until it is closed. */
final class CpuLoad implements AutoCloseable {

    private final List<Thread> threads;
    private volatile boolean stopped;

    CpuLoad(int count) {
        threads = IntStream.range(0, count)
                .mapToObj(i -> new Thread(this::burn, "load-" + i))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    private void burn() {
        while (!stopped) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
