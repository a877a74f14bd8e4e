package portzero.snippets.threads;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Two threads read, both add one, both write: one of the additions is lost. */
final class LostUpdate {
    private static final CyclicBarrier BOTH_HAVE_READ = new CyclicBarrier(2);
    private static int posts;

    public static void main(String[] args) throws InterruptedException {
        // snippet: both
        run(LostUpdate::post);
        System.out.println("two clients have posted, and posts is " + posts);

        posts = 0;
        run(LostUpdate::postAlone);
        System.out.println("with a lock it is " + posts);
        // end
    }

    // snippet: lost
    private static void post() {
        int seen = posts; // read
        await(BOTH_HAVE_READ); // any moment at which the other thread may run
        posts = seen + 1; // write
    }
    // end

    // snippet: lock
    private static synchronized void postAlone() {
        int seen = posts;
        posts = seen + 1;
    }
    // end

    private static void run(Runnable task) throws InterruptedException {
        var one = new Thread(task);
        var other = new Thread(task);
        one.start();
        other.start();
        one.join();
        other.join();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
