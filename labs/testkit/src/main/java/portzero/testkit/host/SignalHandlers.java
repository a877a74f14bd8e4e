package portzero.testkit.host;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What signals do to the JVM where it is process 1 of its namespace, which only SIGKILL from outside ends
 * (pid_namespaces(7)): it ends itself when its processor time is used up, and nobody else's signal makes it end itself, as
 * the JVM would by default. A program that undoes this ends all the same, but not in a way that looks like somebody else's
 * doing.
 */
final class SignalHandlers {

    /** As a shell tells of a program that SIGXCPU has ended. */
    private static final int USED_UP = 128 + 24;

    private static final List<String> OTHERS = List.of("HUP", "INT", "TERM");

    private SignalHandlers() {}

    static void prepare() {
        if (ProcessHandle.current().pid() != 1) {
            return; // where signals do what they always do
        }
        try {
            // By reflection: each mention of these classes is a warning that no annotation switches off.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            Object end = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, given) -> usedUp());
            handle.invoke(null, named("XCPU", signal), end);
            Field ignore = handler.getField("SIG_IGN");
            for (String name : OTHERS) {
                handle.invoke(null, named(name, signal), ignore.get(null));
            }
        } catch (ReflectiveOperationException other) {
            // a JDK without the classes, or a system without the signals: the end has no reason then
        }
    }

    private static Object named(String name, Class<?> signal) throws ReflectiveOperationException {
        return signal.getConstructor(String.class).newInstance(name);
    }

    private static Object usedUp() {
        Runtime.getRuntime().halt(USED_UP);
        throw new IllegalStateException("halted");
    }
}
