package portzero.grader.prompt;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import portzero.testkit.trace.DisplayText;

/**
 * A method of a contract as somebody types its calls: its name, and a word for each argument. An address is not typed, for there is
 * only one to speak to; of a record its components are, one after the other.
 */
public final class PromptMethod {

    private final Method method;
    private final List<Leaf> leaves;

    /**
     * What one word says.
     *
     * @param name that of the parameter or component, in capitals
     * @param type its type
     */
    private record Leaf(String name, Class<?> type) {
        boolean isKnown() {
            return ArgumentKind.of(type).isPresent();
        }

        String meaning() {
            return ArgumentKind.of(type).map(ArgumentKind::meaning).orElse("a " + type.getSimpleName());
        }

        String example() {
            return ArgumentKind.of(type).map(ArgumentKind::example).orElse("?");
        }
    }

    PromptMethod(Method method) {
        this.method = method;
        leaves = Arrays.stream(method.getParameters())
                .flatMap(
                        parameter -> leaves(parameter.getName(), parameter.getType(), parameter.getParameterizedType()))
                .toList();
    }

    private static Stream<Leaf> leaves(String name, Class<?> type, Type generic) {
        if (isAddress(generic) || isAddressList(generic)) {
            return Stream.empty();
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .flatMap(part -> leaves(part.getName(), part.getType(), part.getGenericType()));
        }
        return Stream.of(new Leaf(words(name), type));
    }

    /** {@code maxLength} as {@code MAX_LENGTH}. */
    private static String words(String name) {
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean isAddress(Type type) {
        return type == InetSocketAddress.class;
    }

    private static boolean isAddressList(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == InetSocketAddress.class;
    }

    public Method method() {
        return method;
    }

    String name() {
        return method.getName();
    }

    /** Whether it is told the address of somebody to speak to. */
    public boolean takesAddress() {
        return Arrays.stream(method.getGenericParameterTypes())
                .anyMatch(type -> isAddress(type) || isAddressList(type));
    }

    /** Whether words can say all that it takes. */
    public boolean isCallable() {
        return leaves.stream().allMatch(Leaf::isKnown);
    }

    boolean takes(int words) {
        return leaves.size() == words;
    }

    /** A call of it, as it is typed. */
    public String example() {
        return Stream.concat(Stream.of(name()), leaves.stream().map(Leaf::example))
                .collect(Collectors.joining(" "));
    }

    /** What its words are: {@code LENGTH: a whole number; TIMEOUT: a time in ms, s or min}. */
    public String meaning() {
        if (!isCallable()) {
            return "cannot be called here: no words say "
                    + leaves.stream()
                            .filter(leaf -> !leaf.isKnown())
                            .map(leaf -> leaf.name() + ", " + leaf.meaning())
                            .collect(Collectors.joining("; "));
        }
        return leaves.stream().map(leaf -> leaf.name() + ": " + leaf.meaning()).collect(Collectors.joining("; "));
    }

    /**
     * The arguments that words say.
     *
     * @param server stands wherever the method takes an address
     * @throws BadCallException if one of them does not, or there are too many or too few
     */
    @Nullable
    Object[] arguments(List<byte[]> words, InetSocketAddress server) throws BadCallException {
        if (!isCallable()) {
            throw new BadCallException(name() + " " + meaning() + ".");
        }
        if (!takes(words.size())) {
            throw new BadCallException((leaves.isEmpty() ? name() + " takes nothing" : name() + " takes " + meaning())
                    + ". Type: " + example());
        }
        Iterator<byte[]> left = words.iterator();
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            arguments.add(value(
                    words(parameter.getName()), parameter.getType(), parameter.getParameterizedType(), left, server));
        }
        return arguments.toArray();
    }

    private Object value(String name, Class<?> type, Type generic, Iterator<byte[]> words, InetSocketAddress server)
            throws BadCallException {
        if (isAddress(generic)) {
            return server;
        }
        if (isAddressList(generic)) {
            return List.of(server);
        }
        if (type.isRecord()) {
            List<Object> parts = new ArrayList<>();
            for (RecordComponent part : type.getRecordComponents()) {
                parts.add(value(words(part.getName()), part.getType(), part.getGenericType(), words, server));
            }
            return create(type, parts);
        }
        ArgumentKind kind = ArgumentKind.of(type).orElseThrow();
        byte[] word = words.next();
        try {
            return kind.read(word);
        } catch (IllegalArgumentException other) {
            throw new BadCallException(name + " must be " + kind.meaning() + ", such as " + kind.example()
                    + ", but was " + DisplayText.value(new String(word, StandardCharsets.UTF_8)) + ".");
        }
    }

    private Object create(Class<?> type, List<Object> parts) throws BadCallException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true); // the record may be of a package that nobody else sees
            return constructor.newInstance(parts.toArray());
        } catch (InvocationTargetException refused) {
            throw new BadCallException(name() + ": "
                    + DisplayText.line(
                            String.valueOf(refused.getTargetException().getMessage())) + ". Type: "
                    + example());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be made", impossible);
        }
    }
}
