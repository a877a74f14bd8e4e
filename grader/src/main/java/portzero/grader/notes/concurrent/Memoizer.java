package portzero.grader.notes.concurrent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was made of a key, when it depends on nothing else: a render after a change makes again only what has
 * changed. Safe for use by several threads.
 */
public final class Memoizer<K, V> {
    /** Entries; the book has some hundreds. What was remembered longer ago goes with the rest when it is full. */
    private static final int MOST = 5_000;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> make;

    public Memoizer(Function<K, V> make) {
        this.make = make;
    }

    public V of(K key) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(key, make);
    }
}
