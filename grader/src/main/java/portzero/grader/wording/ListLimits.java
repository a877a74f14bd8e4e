package portzero.grader.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** How much of a list is shown. */
public final class ListLimits {
    /** Characters of one line: a step, a thread, a socket, a name. */
    public static final int LINE = 400;

    private ListLimits() {}

    /**
     * All of a short list; the beginning and the end of a long one, with one entry between them that
     * says how many were left out. The end is longer: what went wrong is there.
     */
    public static <T> List<T> ends(List<T> all, int max, IntFunction<T> leftOut) {
        if (all.size() <= max) {
            return all;
        }
        int head = max / 3;
        int tail = max - head - 1;
        var some = new ArrayList<>(all.subList(0, head));
        some.add(leftOut.apply(all.size() - head - tail));
        some.addAll(all.subList(all.size() - tail, all.size()));
        return some;
    }
}
