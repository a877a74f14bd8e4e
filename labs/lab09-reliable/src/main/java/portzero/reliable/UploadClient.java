package portzero.reliable;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Sends data over UDP, as a {@link Sender} does, from a socket of its own for each upload. One upload is made at a time. */
public interface UploadClient {

    /**
     * Sends all data, and returns as soon as all of it and the END have been acknowledged.
     *
     * <p>Each packet is one datagram. Only what comes from the address and port of the server counts; whatever else comes, from
     * wherever and however much of it, has no effect, not on the time either. Nothing stays open when this method has ended, in
     * whatever way it ends.
     *
     * @param server the address of the server, on IPv4
     * @param data what to send; it is not changed
     * @param settings how
     * @throws java.net.SocketTimeoutException when the sender gives up
     * @throws IOException if sending or receiving fails. If the system reports that nobody receives on the server's port, you may let
     *     this exception out at once, or go on until the sender gives up
     */
    void upload(InetSocketAddress server, byte[] data, Settings settings) throws IOException;
}
