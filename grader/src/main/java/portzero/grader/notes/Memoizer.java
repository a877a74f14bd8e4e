package portzero.grader.notes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was made of a key, when it depends on nothing else: a render after a change makes again only what has
 * changed. Safe for use by several threads.
 */
final class Memoizer<K, V> {
    /** Entries; the book has some hundreds. What was remembered longer ago goes with the rest when it is full. */
    private static final int MOST = 5_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> make;

    Memoizer(Function<K, V> make) {
        this.make = make;
    }

    V of(K key) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(key, make);
    }
}
