package portzero.grader.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Work on many items of which none needs another, on all processors. */
final class Parallel {
    private Parallel() {}

    /** What an item is made into. */
    interface Step<T, R> {
        R apply(T item) throws IOException;
    }

    /** What is done with an item. */
    interface Act<T> {
        void accept(T item) throws IOException;
    }

    /** Does something with each item, in any order. */
    static <T> void forEach(List<T> items, Act<T> act) throws IOException {
        map(items, item -> {
            act.accept(item);
            return item;
        });
    }

    /**
     * Makes something of each item.
     *
     * @return the results in the order of the items
     * @throws IOException that one of the steps failed with
     */
    static <T, R> List<R> map(List<T> items, Step<T, R> step) throws IOException {
        try {
            return items.parallelStream().map(item -> unchecked(item, step)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <T, R> R unchecked(T item, Step<T, R> step) {
        try {
            return step.apply(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
