package portzero.testkit.external;

import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.subject.WaitPolicy;

/** A server that somebody else has started and that goes on when the tests have ended. */
final class RunningServer extends ServerObject {

    private final InetSocketAddress address;
    private final boolean first;

    /** @param first whether no other object of the test stands for it */
    RunningServer(InetSocketAddress address, boolean first) {
        this.address = address;
        this.first = first;
    }

    @Override
    InetSocketAddress start(Method method, InetSocketAddress asked, @Nullable Object[] arguments, WaitPolicy policy) {
        boolean anyPort = asked.getPort() == 0 && asked.getAddress().isLoopbackAddress();
        boolean usual =
                anyPort && asked.getAddress().getAddress()[asked.getAddress().getAddress().length - 1] == 1;
        if (!first || !usual) {
            throw new TestAbortedException("the program runs already, and this test starts "
                    + (first ? "it at an address of its own" : "several"));
        }
        return address;
    }

    @Override
    void close() {
        throw new TestAbortedException("the program runs already, and this test stops it");
    }
}
