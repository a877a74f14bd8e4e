package portzero.grader.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;

/** Stands between clients and a server, passes on what each says, and tells of it. */
interface Relay extends AutoCloseable {

    /** Where clients connect. */
    InetSocketAddress address();

    /** Takes another server from now on. */
    void serve(InetSocketAddress server);

    /** Which client the server knows by this port of the relay's. */
    OptionalInt client(int port);

    @Override
    void close() throws IOException;
}
