package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A client of an echo server. Several clients can be under way at the same time. */
public interface Client {

    /**
     * Sends a message to a server and returns what comes back.
     *
     * <p>Opens one connection, sends exactly the bytes of the message, and receives exactly as many. It returns as
     * soon as the last of them is there, even if the server keeps the connection open. The answer may come in any
     * number of pieces, of one byte or more, and after any pause. What comes after the last byte is not read. Whether the client ends its stream before it reads is up to you.
     *
     * <p>The client's socket is closed when this method is left, whether it returns or throws.
     *
     * @param server the address of the server
     * @param message the bytes to send, at least 1 and at most 65,536: few enough that all of them can be sent before
     *     the first is read. The array is not changed
     * @return the bytes that came back, as many as were sent, whether or not they are the same
     * @throws IOException if the connection is refused or fails, or if the server ends its stream before the last
     *     byte has come; {@link java.io.EOFException} says the latter best
     */
    byte[] echo(InetSocketAddress server, byte[] message) throws IOException;
}
