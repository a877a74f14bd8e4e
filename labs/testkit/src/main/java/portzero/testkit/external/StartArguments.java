package portzero.testkit.external;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contract's {@code start} is given beside the address, as a command line can carry it: a number or a text as it is, bytes as
 * a file of these bytes, and a list as a file with a line for each element, ended by a line feed. Each has the name of the parameter.
 */
public final class StartArguments {

    private final Path folder;
    private int files;

    /** @param folder where the files go; whoever made it deletes it */
    StartArguments(Path folder) {
        this.folder = folder;
    }

    /** The names of the arguments beside the address, in their order. */
    public static List<String> names(Method start) {
        return Arrays.stream(start.getParameters())
                .filter(parameter -> parameter.getType() != InetSocketAddress.class)
                .map(Parameter::getName)
                .toList();
    }

    /** What an argument becomes, for messages. */
    public static String meaning(Method start, String name) {
        Class<?> type = Arrays.stream(start.getParameters())
                .filter(parameter -> parameter.getName().equals(name))
                .map(Parameter::getType)
                .findFirst()
                .orElseThrow();
        if (type == byte[].class) {
            return "the name of a file with the bytes";
        }
        return List.class.isAssignableFrom(type) ? "the name of a file with a line for each" : "the value itself";
    }

    /** The values of all arguments but the address, by their names. */
    Map<String, String> values(Method start, @Nullable Object[] arguments) throws IOException {
        Map<String, String> values = new HashMap<>();
        Parameter[] parameters = start.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getType() != InetSocketAddress.class) {
                String name = parameters[i].getName();
                values.put(name, value(name, arguments[i]));
            }
        }
        return values;
    }

    private String value(String name, @Nullable Object argument) throws IOException {
        if (argument instanceof byte[] bytes) {
            return file(name, bytes);
        }
        if (argument instanceof List<?> list) {
            StringBuilder lines = new StringBuilder();
            list.forEach(element -> lines.append(element).append('\n'));
            return file(name, lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return String.valueOf(argument);
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name + "-" + ++files), content).toString();
    }
}
