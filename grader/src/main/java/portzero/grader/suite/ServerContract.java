package portzero.grader.suite;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The class that is a lab's server, and how it is started, as the lab's tests know it.
 *
 * @param subject the class that students write, or what stands for it here
 * @param contract the interface that it implements
 * @param start the method of the contract that takes an address first and makes the server listen there
 */
public record ServerContract(Class<?> subject, Class<?> contract, Method start) {

    /**
     * Finds it.
     *
     * @param name the simple name of the class
     * @throws SuiteException if no test uses it, or its contract has no such method
     */
    public static ServerContract of(Suite suite, String name) throws SuiteException {
        SubjectContract found = SubjectContract.find(suite, name)
                .orElseThrow(
                        () -> new SuiteException("No test of " + suite.lab().id() + " uses " + name
                                + ", which lab.properties calls its server; correct the name there"));
        Class<?> contract = found.contract();
        Method start = Arrays.stream(contract.getMethods())
                .filter(ServerContract::isStart)
                .findFirst()
                .orElseThrow(() -> new SuiteException(contract.getName()
                        + " needs a method start whose first parameter and result are InetSocketAddress, since lab.properties"
                        + " says that it is a server"));
        return new ServerContract(found.subject(), contract, start);
    }

    private static boolean isStart(Method method) {
        return method.getName().equals("start")
                && method.getReturnType() == InetSocketAddress.class
                && method.getParameterCount() > 0
                && method.getParameterTypes()[0] == InetSocketAddress.class;
    }

    /**
     * Arguments to start it with, on any free port of the loopback interface.
     *
     * @param samples the others as text, by the names of the parameters; a list's elements are lines
     * @throws SuiteException if one is missing or of a type that has no text
     */
    public @Nullable Object[] arguments(Map<String, String> samples) throws SuiteException {
        List<Object> arguments = new ArrayList<>(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        for (Parameter parameter : Arrays.asList(start.getParameters()).subList(1, start.getParameterCount())) {
            String sample = samples.get(parameter.getName());
            if (sample == null) {
                throw new SuiteException("lab.properties lacks server.start." + parameter.getName()
                        + ", what the server is started with; add it");
            }
            arguments.add(value(parameter, sample));
        }
        return arguments.toArray();
    }

    private static Object value(Parameter parameter, String sample) throws SuiteException {
        Class<?> type = parameter.getType();
        if (type == int.class) {
            return Integer.valueOf(sample.strip());
        }
        if (type == byte[].class) {
            return sample.getBytes(StandardCharsets.UTF_8);
        }
        if (type == List.class) {
            return sample.lines().toList();
        }
        if (type == String.class) {
            return sample;
        }
        throw new SuiteException(parameter
                + " of start has no form in lab.properties; use int, String, byte[] or a list of" + " strings");
    }
}
