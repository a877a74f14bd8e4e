package portzero.timeouts;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One TCP connection to a server, with a limit on every wait.
 *
 * <p>Every method but {@link #close} takes a timeout, the longest time that it may last as a whole, from the call to the
 * return, however many system calls that takes. (That of {@link #connectRetrying} is for each attempt.) When the time is
 * up it throws a {@link java.net.SocketTimeoutException}, at once or a little later, and not earlier, to the millisecond.
 * A timeout is more than zero and at most one minute. It may be less than a millisecond; then one millisecond is right. A
 * method that gets a timeout of zero or less throws an {@link IllegalArgumentException} and does nothing.
 *
 * <p>A timeout is not thrown for anything else: other failures are other {@link IOException}s.
 *
 * <p>{@link #close} may be called from any thread at any time. The other methods are called one after another:
 * {@link #connect} and {@link #connectRetrying} only while the client is not connected, {@link #send} and
 * {@link #receive} only while it is, and all of them after it was closed.
 */
public interface Client extends Closeable {

    /**
     * Connects to a server. After a failure nothing is left open, and the client may be used to connect again, to the
     * same server or to another one.
     *
     * @param server the address of the server, IPv4 or IPv6
     * @param timeout the longest time for the attempt
     * @throws java.net.SocketTimeoutException if there is no answer in time
     * @throws java.net.ConnectException if the connection is refused
     * @throws IOException if it fails in another way, because the address is
     *     {@linkplain InetSocketAddress#isUnresolved() unresolved} for instance
     */
    void connect(InetSocketAddress server, Duration timeout) throws IOException;

    /**
     * Connects to a server that may not be there yet: tries again after each failure, whatever its cause, as long and
     * as often as {@link Retries} with this policy says, and waits between two attempts as long as it says. The time of
     * the policy begins with the call, and so does the number of attempts. For each wait a new random number is drawn.
     *
     * <p>The policy's limit holds for everything: no attempt lasts longer than what is left of the limit.
     *
     * @param server the address of the server
     * @param timeout the longest time for each attempt
     * @param policy how often and how long to try
     * @throws IOException the failure of the last attempt that was made, when there is to be no further attempt
     */
    void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException;

    /**
     * Sends bytes. When this method returns, the system has taken all of them.
     *
     * <p>When the time is up nobody can say which part of the bytes has gone, and nothing can be sent behind it. So the
     * client is closed then, as by {@link #close}, and the server finds the end of the stream behind what has gone.
     *
     * @param bytes the bytes to send, which are not changed
     * @param timeout the longest time for all of them
     * @throws java.net.SocketTimeoutException if the system has not taken all of them in time
     * @throws IOException if the connection is broken or closed
     */
    void send(byte[] bytes, Duration timeout) throws IOException;

    /**
     * Receives exactly so many bytes, in as many pieces as they come.
     *
     * <p>The time limit is one for all of the bytes. When the time is up, nothing is lost: what has come stays with the
     * client, and the next call returns it first. The connection stays open, and can be used as before.
     *
     * @param length how many bytes, at least 1. What the server sends beyond them is for the next call
     * @param timeout the longest time for all of them
     * @return the bytes
     * @throws java.net.SocketTimeoutException if fewer bytes have come in time
     * @throws java.io.EOFException if the server ends its stream before the last of the bytes
     * @throws IOException if the connection is broken or closed
     */
    byte[] receive(int length, Duration timeout) throws IOException;

    /**
     * Closes the connection, and cancels what is under way: a method that another thread has called and that is waiting
     * ends at once with an {@link IOException}, which is not a timeout. So does every call that is made after this one.
     *
     * <p>Does nothing if the client was closed before. A client that never connected can be closed, too.
     *
     * @throws IOException if the socket cannot be closed
     */
    @Override
    void close() throws IOException;
}
