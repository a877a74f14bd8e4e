package portzero.testkit.adversary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what becomes of each datagram, whenever it comes: of the count alone, never of time. */
public interface FaultSchedule {

    /**
     * What becomes of a datagram; empty if it simply arrives.
     *
     * @param nth which of the datagrams that go this way, from 1
     */
    Optional<Fault> fault(Direction direction, int nth);

    /** This schedule, with these faults in place of whatever it says of their datagrams. */
    default FaultSchedule with(List<Fault> faults) {
        FaultSchedule certain = of(faults);
        return (direction, nth) -> certain.fault(direction, nth).or(() -> fault(direction, nth));
    }

    /** These faults and no others; of two for the same datagram, the last. */
    static FaultSchedule of(List<Fault> faults) {
        Map<List<Object>, Fault> byDatagram = new HashMap<>();
        faults.forEach(fault -> byDatagram.put(List.of(fault.direction(), fault.nth()), fault));
        return (direction, nth) -> Optional.ofNullable(byDatagram.get(List.of(direction, nth)));
    }

    /** Faults drawn at random, the same again for the same key, in whatever order the datagrams of both directions come. */
    static FaultSchedule random(long key, FaultRates rates) {
        return new RandomSchedule(key, rates);
    }
}
