package portzero.testkit.adversary;

import java.util.Optional;

/** Draws for each datagram by itself, from its direction and number: the finalizer of SplitMix64 is the generator. */
final class RandomSchedule implements FaultSchedule {

    private static final int BITS = 1 << 15; // of the longest datagram that a flipped bit may hit anywhere

    private final long key;
    private final FaultRates rates;

    RandomSchedule(long key, FaultRates rates) {
        this.key = key;
        this.rates = rates;
    }

    @Override
    public Optional<Fault> fault(Direction direction, int nth) {
        long drawn = mixed(mixed(direction == Direction.TO_RECEIVER ? key : ~key) + nth);
        int percent = Math.floorMod((int) drawn, 100);
        int amount = (int) (drawn >>> 33);
        percent -= rates.loss();
        if (percent < 0) {
            return Optional.of(Fault.loss(direction, nth));
        }
        percent -= rates.duplication();
        if (percent < 0) {
            return Optional.of(Fault.duplication(direction, nth));
        }
        percent -= rates.delay();
        if (percent < 0) {
            return Optional.of(Fault.delay(direction, nth, 1 + amount % Fault.MAX_DELAY));
        }
        percent -= rates.corruption();
        if (percent < 0) {
            return Optional.of(Fault.corruption(direction, nth, amount % BITS));
        }
        return Optional.empty();
    }

    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
