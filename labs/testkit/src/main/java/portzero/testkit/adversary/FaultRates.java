package portzero.testkit.adversary;

/**
 * How often datagrams meet each kind of fault, in both directions, in percent. A datagram meets one fault at most.
 *
 * @param loss of 100 datagrams, how many are lost
 * @param duplication how many arrive twice
 * @param delay how many arrive after one to {@value Fault#MAX_DELAY} later ones
 * @param corruption how many arrive with a flipped bit
 */
public record FaultRates(int loss, int duplication, int delay, int corruption) {

    public FaultRates {
        if (loss < 0 || duplication < 0 || delay < 0 || corruption < 0) {
            throw new IllegalArgumentException("rates must not be negative");
        }
        if (loss + duplication + delay + corruption > 100) {
            throw new IllegalArgumentException("rates must add up to 100 percent at most");
        }
    }
}
