package portzero.testkit.host;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import portzero.testkit.codec.ValueReader;

/** The objects that the current test asked for, by number. */
final class StudentObjects {

    /** A piece of student code that is ready to run. */
    interface Invocation {
        @Nullable
        Object run() throws Throwable;
    }

    private record Target(Object object, Class<?> contract) {}

    private final StudentClasses classes;
    private final ArrayChangeDetector arrays;
    private final Map<Integer, Target> targets = new ConcurrentHashMap<>();

    StudentObjects(StudentClasses classes, ArrayChangeDetector arrays) {
        this.classes = classes;
        this.arrays = arrays;
    }

    void forget() {
        targets.clear();
        arrays.forget();
    }

    @Nullable
    Object create(int number, String type, String contract) throws Throwable {
        Class<?> role = Class.forName(contract, false, classes);
        Class<?> subject = Class.forName(type, true, classes);
        if (!role.isAssignableFrom(subject)) {
            throw new ClassCastException(type + " does not implement " + contract);
        }
        Constructor<?> constructor = subject.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            targets.put(number, new Target(constructor.newInstance(), role));
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNullElse(failed.getCause(), failed);
        }
        return null;
    }

    /** Reads the arguments of a call now and leaves the call itself to {@link Invocation#run}. */
    Invocation prepare(int number, String signature, ValueReader arguments) throws IOException {
        Target target = targets.get(number);
        Method method = target == null ? null : method(target.contract(), signature);
        if (target == null || method == null) {
            return () -> {
                throw new NoSuchMethodException(signature);
            };
        }
        Type[] types = method.getGenericParameterTypes();
        @Nullable Object[] values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = arguments.value(types[i]);
        }
        return () -> invoke(method, target.object(), values);
    }

    private @Nullable Object invoke(Method method, Object object, @Nullable Object[] values) throws Throwable {
        try (ArrayChangeDetector.Call call = arrays.begin(method.getName(), values)) {
            return call.returned(method.invoke(object, values));
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNullElse(thrown.getCause(), thrown);
        }
    }

    private static @Nullable Method method(Class<?> contract, String signature) {
        for (Method method : contract.getMethods()) {
            if (MethodSignature.of(method).equals(signature)) {
                method.setAccessible(true);
                return method;
            }
        }
        return null;
    }
}
