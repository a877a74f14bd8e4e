package portzero.grader.prompt;

import java.lang.reflect.Modifier;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The methods of a contract, and the calls of them that lines say. */
public final class PromptMethods {

    private final List<PromptMethod> methods;

    /** @param contract an interface whose methods take plain data */
    public PromptMethods(Class<?> contract) {
        methods = Arrays.stream(contract.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .map(PromptMethod::new)
                .sorted(Comparator.comparing((PromptMethod method) -> !method.takesAddress())
                        .thenComparing(method -> method.name().equals("close"))
                        .thenComparing(PromptMethod::example))
                .toList();
    }

    /** Those that take an address first, {@code close} last. */
    public List<PromptMethod> all() {
        return methods;
    }

    /**
     * What a line says.
     *
     * @param server stands wherever the method takes an address
     * @throws BadCallException if it is no call of one of these methods
     */
    public PromptCall call(String line, InetSocketAddress server) throws BadCallException {
        List<byte[]> words = PromptWords.of(line);
        String name = words.isEmpty() ? "" : new String(words.get(0), StandardCharsets.UTF_8);
        List<byte[]> rest = words.isEmpty() ? words : words.subList(1, words.size());
        List<PromptMethod> called =
                methods.stream().filter(method -> method.name().equals(name)).toList();
        PromptMethod method = called.stream()
                .filter(one -> one.takes(rest.size()))
                .findFirst()
                .or(() -> called.stream().findFirst())
                .orElseThrow(() -> new BadCallException("There is no such method; help lists those that there are."));
        return new PromptCall(method.method(), method.arguments(rest, server));
    }
}
