package portzero.bench;

import java.io.IOException;
import java.util.List;

/** Lets contestants take turns, each round begun by the next one, so that a change of the machine hits all alike. */
final class Turns {
    private Turns() {}

    /** One contestant's turn. */
    interface Turn<C> {
        void take(C contestant, int round) throws IOException, InterruptedException;
    }

    static <C> void each(List<C> contestants, int rounds, Turn<C> turn) throws IOException, InterruptedException {
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < contestants.size(); i++) {
                turn.take(contestants.get((i + round) % contestants.size()), round);
            }
        }
    }
}
