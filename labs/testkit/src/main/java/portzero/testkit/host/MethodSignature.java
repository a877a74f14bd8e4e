package portzero.testkit.host;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a contract's method is called by name on the pipe. */
public final class MethodSignature {

    private MethodSignature() {}

    /** The method's name and parameter types, {@code start(java.net.InetSocketAddress)}. */
    public static String of(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
