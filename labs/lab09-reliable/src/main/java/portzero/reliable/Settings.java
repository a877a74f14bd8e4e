package portzero.reliable;

/**
 * How a sender is to behave.
 *
 * @param window how many packets may be on their way without having been acknowledged, 1 to {@link Sender#MAX_WINDOW}. With 1 the
 *     protocol is called stop-and-wait, with more go-back-N
 * @param payload how many bytes of data each packet carries, but for the last; 1 to {@link Codec#MAX_PAYLOAD}
 * @param timeout milliseconds until packets that have not been acknowledged are sent again, at least 1
 * @param longestTimeout milliseconds that this grows to, when no acknowledgement comes, {@code timeout} to an hour
 * @param attempts how often a packet is sent, the first time included, until the sender gives up; at least 1
 */
public record Settings(int window, int payload, long timeout, long longestTimeout, int attempts) {}
