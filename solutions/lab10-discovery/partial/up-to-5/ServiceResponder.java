package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Your responder. What it has to do is said in {@link Responder}. */
public class ServiceResponder implements Responder {

    // TODO Task 7: Keep the socket in a field.

    @Override
    public void start(InetSocketAddress group, String interfaceName, Service service) throws IOException {
        // TODO Task 7: Share the port and join the group, as your member does, and start a thread that answers.
        // TODO Task 7: Answer what is a query for this type, to where it came from, and nothing else.
        // TODO Task 9: Bind so that a broadcast arrives as well.
        throw new UnsupportedOperationException("write ServiceResponder.start");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 7: Close the socket, whatever the thread is doing.
        throw new UnsupportedOperationException("write ServiceResponder.close");
    }
}
