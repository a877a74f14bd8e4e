package portzero.grader.report;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Whether a person is looking at what the program prints. */
public final class Watcher {

    private Watcher() {}

    /** Whether standard input and output are a terminal. */
    public static boolean isThere() {
        return isTerminal(System.console());
    }

    /** Up to JDK 21 there is a console only on a terminal; since JDK 22 it has to be asked. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unexpected) {
            return false;
        }
    }
}
