package portzero.testkit.external;

import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import portzero.testkit.subject.SubjectSession;
import portzero.testkit.subject.WaitPolicy;

/** Stands for an object of the lab's server class. */
abstract class ServerObject implements SubjectSession.SubjectObject {

    @Override
    public @Nullable Object call(Method method, @Nullable Object[] arguments, WaitPolicy policy) throws Throwable {
        if (method.getName().equals("start")
                && arguments.length > 0
                && arguments[0] instanceof InetSocketAddress address) {
            return start(method, address, arguments, policy);
        }
        if (method.getName().equals("close") && arguments.length == 0) {
            close();
            return null;
        }
        throw new TestAbortedException(method.getName() + " is a method, which a program does not have");
    }

    abstract InetSocketAddress start(
            Method method, InetSocketAddress address, @Nullable Object[] arguments, WaitPolicy policy) throws Exception;

    abstract void close();
}
