package portzero.timeouts;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Finds out what happens to whoever connects to an address over TCP. */
public interface Prober {

    /**
     * Tries to connect, once, and says what became of it. Whatever that was, the socket that was opened for it is
     * closed when this method returns, and no thread goes on with the attempt.
     *
     * <p>A failure is a finding here, and not an exception:
     *
     * <ul>
     *   <li>A refusal is {@link Finding#REFUSED}.
     *   <li>No answer within the time limit is {@link Finding#SILENT}.
     *   <li>An address that is {@linkplain InetSocketAddress#isUnresolved() unresolved} is
     *       {@link Finding#UNKNOWN_HOST}. Its name is not looked up again.
     *   <li>Every other failure to connect is {@link Finding#UNREACHABLE}.
     * </ul>
     *
     * @param address where to connect, IPv4 or IPv6
     * @param timeout how long to wait for an answer: more than zero and at most one minute. It may be less than a
     *     millisecond; then one millisecond is right. A silence is told when this time is up or a little later, and
     *     not earlier, to the millisecond
     * @return what became of the attempt
     * @throws IllegalArgumentException if the timeout is zero or negative; then nothing is tried
     */
    Finding probe(InetSocketAddress address, Duration timeout);
}
