package portzero.grader.notes;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several browsers that look at pages side by side: each takes the next page when it is done with one. */
final class Browsers {
    /** A browser waits for its driver half of the time, and more than a few take memory for nothing. */
    private static final int MOST = 4;

    /** What is done with each page. */
    interface Visit<T> {
        void to(T page, Chromium browser) throws Exception;
    }

    private Browsers() {}

    /**
     * Visits each page once, in no particular order.
     *
     * @throws Exception what the first visit threw that failed; the others have ended by then
     */
    static <T> void visit(Collection<T> pages, Supplier<Chromium> opening, Visit<T> visit) throws Exception {
        var left = new ConcurrentLinkedQueue<>(pages);
        Callable<Void> session = () -> {
            try (var browser = opening.get()) {
                for (var page = left.poll(); page != null; page = left.poll()) {
                    visit.to(page, browser);
                }
            }
            return null;
        };
        var browsers = Math.min(MOST, Math.max(2, Runtime.getRuntime().availableProcessors()));
        var threads = Executors.newFixedThreadPool(browsers);
        try {
            expectSuccess(threads.invokeAll(Collections.nCopies(browsers, session)));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void expectSuccess(List<Future<Void>> sessions) throws Exception {
        for (var session : sessions) {
            try {
                session.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
