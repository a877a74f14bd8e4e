package portzero.testkit.adversary;

/**
 * What becomes of one datagram instead of its simply arriving.
 *
 * @param direction which way it goes
 * @param nth which of the datagrams that go this way, from 1
 * @param kind what becomes of it
 * @param amount for a delay how many later datagrams of the same direction come first, from 1; for a corruption which bit is
 *     flipped, counted from the first byte's lowest bit and again from there beyond the last; else 0
 */
public record Fault(Direction direction, int nth, Kind kind, int amount) {

    /** The longest delay, in datagrams: a protocol whose numbers come again soon must be able to count on one. */
    public static final int MAX_DELAY = 8;

    /** What can become of a datagram. */
    public enum Kind {
        LOSS,
        DUPLICATION,
        DELAY,
        CORRUPTION
    }

    public Fault {
        if (nth < 1) {
            throw new IllegalArgumentException("nth must be at least 1 but was " + nth);
        }
        if (kind == Kind.DELAY && (amount < 1 || amount > MAX_DELAY)) {
            throw new IllegalArgumentException("delay must be 1–" + MAX_DELAY + " datagrams but was " + amount);
        }
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative but was " + amount);
        }
    }

    /** The nth datagram never arrives. */
    public static Fault loss(Direction direction, int nth) {
        return new Fault(direction, nth, Kind.LOSS, 0);
    }

    /** The nth datagram arrives twice, one right after the other. */
    public static Fault duplication(Direction direction, int nth) {
        return new Fault(direction, nth, Kind.DUPLICATION, 0);
    }

    /** The nth datagram arrives after the next ones, so many of them; until they are sent, not at all. */
    public static Fault delay(Direction direction, int nth, int datagrams) {
        return new Fault(direction, nth, Kind.DELAY, datagrams);
    }

    /** One bit of the nth datagram is flipped. */
    public static Fault corruption(Direction direction, int nth, int bit) {
        return new Fault(direction, nth, Kind.CORRUPTION, bit);
    }

    /** The fault as a clause: {@code the receiver's 1st datagram is lost}. */
    @Override
    public String toString() {
        return "the " + direction.from() + "'s " + ordinal(nth) + " datagram "
                + switch (kind) {
                    case LOSS -> "is lost";
                    case DUPLICATION -> "comes twice";
                    case DELAY -> amount == 1 ? "comes after the next one" : "comes after the next " + amount;
                    case CORRUPTION -> "is damaged";
                };
    }

    static String ordinal(int number) {
        int tens = number % 100;
        if (tens >= 11 && tens <= 13) {
            return number + "th";
        }
        return switch (number % 10) {
            case 1 -> number + "st";
            case 2 -> number + "nd";
            case 3 -> number + "rd";
            default -> number + "th";
        };
    }
}
