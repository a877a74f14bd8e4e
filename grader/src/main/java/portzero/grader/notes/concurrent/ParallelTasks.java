package portzero.grader.notes.concurrent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Work on many items of which none needs another, on all processors. */
public final class ParallelTasks {
    private ParallelTasks() {}

    /** What an item is made into. */
    public interface Step<T, R> {
        R apply(T item) throws IOException;
    }

    /** What is done with an item. */
    public interface Act<T> {
        void accept(T item) throws IOException;
    }

    /** Does something with each item, in any order. */
    public static <T> void forEach(List<T> items, Act<T> act) throws IOException {
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
    public static <T, R> List<R> map(List<T> items, Step<T, R> step) throws IOException {
        var results = new AtomicReferenceArray<@Nullable R>(items.size());
        var next = new AtomicInteger();
        try {
            // Each processor takes one item after the other: shares of a fixed size would end at different times.
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(processor -> take(items, step, next, results));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> Objects.requireNonNull(results.get(i)))
                .toList();
    }

    private static <T, R> void take(
            List<T> items, Step<T, R> step, AtomicInteger next, AtomicReferenceArray<@Nullable R> results) {
        try {
            for (var i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                results.set(i, step.apply(items.get(i)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
