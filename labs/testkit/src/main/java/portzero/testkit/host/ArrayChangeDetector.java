package portzero.testkit.host;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Notices when student code changes an array that is the caller's: one that a call was given, or one that a call has
 * returned. Under the grader the caller is in another JVM and has a copy, so that only this JVM can see it. Thread-safe.
 *
 * <p>An array is known by its first bytes and a checksum of all, and it is not kept alive: what student code has let go of
 * it cannot change any more. Arrays in lists are not looked at.
 */
public final class ArrayChangeDetector {

    /** Arrays that are remembered; the oldest is forgotten first. */
    static final int MOST_ARRAYS = 64;

    /** Bytes at the beginning of an array that are kept, so that the one that differs can be told. */
    static final int MOST_BYTES = 4096;

    /** Changes that are told. */
    private static final int MOST_CHANGES = 8;

    private final Deque<KnownArray> arrays = new ArrayDeque<>();
    private final List<ArrayChange> changes = new ArrayList<>();

    /** An array, and what was in it when it changed hands. */
    private static final class KnownArray {

        private final String method;
        private final boolean returned;
        private final WeakReference<byte[]> array;
        private final byte[] first;
        private final long sum;

        KnownArray(String method, boolean returned, byte[] array) {
            this.method = method;
            this.returned = returned;
            this.array = new WeakReference<>(array);
            first = Arrays.copyOf(array, Math.min(array.length, MOST_BYTES));
            sum = sum(array);
        }

        private static long sum(byte[] array) {
            CRC32 sum = new CRC32();
            sum.update(array);
            return sum.getValue();
        }

        Optional<ArrayChange> change() {
            byte[] now = array.get();
            if (now == null) {
                return Optional.empty();
            }
            int at = Arrays.mismatch(first, 0, first.length, now, 0, first.length);
            if (at >= 0) {
                return Optional.of(new ArrayChange(method, returned, now.length, at, first[at] & 0xff, now[at] & 0xff));
            }
            return now.length == first.length || sum(now) == sum
                    ? Optional.empty()
                    : Optional.of(new ArrayChange(method, returned, now.length, ArrayChange.UNKNOWN, 0, 0));
        }
    }

    /** A call that is under way. Closed when it has ended, in whatever way. */
    public final class Call implements AutoCloseable {

        private final String method;
        private final @Nullable Object[] arguments;
        private final List<KnownArray> given;

        private Call(String method, @Nullable Object[] arguments) {
            this.method = method;
            this.arguments = arguments;
            given = remember(method, false, arguments);
        }

        /** Takes note of what the call returns, and gives it back. */
        public @Nullable Object returned(@Nullable Object value) {
            remember(method, true, value);
            return value;
        }

        @Override
        public void close() {
            try {
                look(given);
            } finally {
                Reference.reachabilityFence(arguments); // so long they are certain to be there
            }
        }
    }

    /** Takes note of what a call is given, just before it is made. */
    public Call begin(String method, @Nullable Object[] arguments) {
        return new Call(method, arguments);
    }

    private List<KnownArray> remember(String method, boolean returned, @Nullable Object... values) {
        List<KnownArray> known = Arrays.stream(values)
                .flatMap(ArrayChangeDetector::arraysIn)
                .map(array -> new KnownArray(method, returned, array))
                .toList();
        synchronized (this) {
            arrays.addAll(known);
            while (arrays.size() > MOST_ARRAYS) {
                arrays.removeFirst();
            }
        }
        return known;
    }

    private static Stream<byte[]> arraysIn(@Nullable Object value) {
        if (value instanceof byte[] array) {
            return Stream.of(array);
        }
        if (value instanceof Optional<?> optional) {
            return arraysIn(optional.orElse(null));
        }
        if (value instanceof Record object) {
            return Arrays.stream(object.getClass().getRecordComponents())
                    .filter(component -> component.getType() == byte[].class)
                    .map(component -> read(object, component))
                    .flatMap(Optional::stream);
        }
        return Stream.empty();
    }

    private static Optional<byte[]> read(Record object, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Optional.ofNullable((byte[]) component.getAccessor().invoke(object));
        } catch (ReflectiveOperationException | RuntimeException hidden) { // whoever needs the value will say so
            return Optional.empty();
        }
    }

    /** Looks at some arrays once more; one that has changed is told once. */
    private synchronized void look(List<KnownArray> known) {
        for (KnownArray array : known) {
            Optional<ArrayChange> change = array.change();
            if (change.isPresent() && arrays.remove(array) && changes.size() < MOST_CHANGES) {
                changes.add(change.get());
            }
        }
    }

    /** The arrays that were changed since {@link #forget}, in the order in which it was noticed; not all if they are many. */
    public synchronized List<ArrayChange> changes() {
        look(List.copyOf(arrays));
        return List.copyOf(changes);
    }

    /** Begins anew. */
    public synchronized void forget() {
        arrays.clear();
        changes.clear();
    }
}
