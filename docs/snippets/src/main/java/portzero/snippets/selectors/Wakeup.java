package portzero.snippets.selectors;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicBoolean;

/** Another thread makes a select return in which nothing is ready. */
final class Wakeup {
    public static void main(String[] args) throws IOException, InterruptedException {
        // snippet: wakeup
        var selector = Selector.open();
        var stopped = new AtomicBoolean();
        var thread = new Thread(() -> loop(selector, stopped));
        thread.start();

        stopped.set(true); // first the flag,
        selector.wakeup(); // then the wake-up: the loop looks at the flag after it
        thread.join();
        selector.close();
        System.out.println("the thread has ended");
        // end

        // snippet: early
        var another = Selector.open();
        another.wakeup(); // nobody waits yet
        System.out.println("a select that comes later returns at once: " + another.select());
        another.close();
        // end
    }

    // snippet: loop
    private static void loop(Selector selector, AtomicBoolean stopped) {
        try {
            while (!stopped.get()) {
                selector.select();
                // … serve whoever is ready
            }
        } catch (IOException broken) {
            System.out.println("the loop has ended: " + broken);
        }
    }
    // end
}
