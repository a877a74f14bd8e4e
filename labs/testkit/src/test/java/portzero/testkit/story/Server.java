package portzero.testkit.story;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A contract such as a lab has. */
public interface Server extends AutoCloseable {

    /** Starts to listen; gives the address that it is bound to. */
    InetSocketAddress start(InetSocketAddress address) throws IOException;

    @Override
    void close();
}
