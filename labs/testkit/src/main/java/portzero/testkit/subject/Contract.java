package portzero.testkit.subject;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import portzero.testkit.codec.CodecException;
import portzero.testkit.codec.PlainType;

/** What an interface must be for the student's object to be called through it from another JVM. */
public final class Contract {

    private Contract() {}

    /**
     * Checks that a contract is an interface whose methods take and return plain data only.
     *
     * @throws IllegalArgumentException if it is not, naming every method and type at fault
     */
    public static void check(Class<?> contract) {
        if (!contract.isInterface()) {
            throw new IllegalArgumentException(
                    contract.getName() + " must be an interface; give the student's class one to implement");
        }
        List<String> faults = new ArrayList<>();
        for (Method method : contract.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                check(method, faults);
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(null);
            throw new IllegalArgumentException(
                    contract.getName() + " must take and return plain data only, but " + String.join("; ", faults));
        }
    }

    private static void check(Method method, List<String> faults) {
        check(method, "returns", method.getGenericReturnType(), faults);
        for (Type type : method.getGenericParameterTypes()) {
            check(method, "takes", type, faults);
        }
    }

    private static void check(Method method, String verb, Type type, List<String> faults) {
        try {
            PlainType.check(type);
        } catch (CodecException fault) {
            faults.add(method.getName() + " " + verb + " " + type.getTypeName() + " (" + fault.getMessage() + ")");
        }
    }
}
