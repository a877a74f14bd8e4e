package portzero.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for other JVMs and attaches to the one that may have started it. */
public class EchoServer extends Prober {

    private static final Path TRACES = Path.of("/tmp");

    public EchoServer() throws IOException {}

    @Override
    void tryAll() throws Exception {
        Class<?> machine = Class.forName("com.sun.tools.attach.VirtualMachine", true, ClassLoader.getSystemClassLoader());
        attempt("a list of others", () -> ((List<?>) machine.getMethod("list").invoke(null)).size() > 1);
        attempt("hsperfdata", () -> has("hsperfdata_.*"));
        attempt("a socket to attach to", () -> has("\\.java_pid.*"));
        attempt("to attach to the parent", () -> attach(machine));
    }

    private static boolean has(String name) throws IOException {
        try (Stream<Path> files = Files.list(TRACES)) {
            return files.anyMatch(file -> file.getFileName().toString().matches(name));
        }
    }

    /** Only to a JVM: what attaching sends to a program of another kind would end it. */
    private static boolean attach(Class<?> machine) throws Exception {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.flatMap(one -> one.info().command()).filter(command -> command.endsWith("/java")).isEmpty()) {
            return false;
        }
        String number = Long.toString(parent.orElseThrow().pid());
        Object other = machine.getMethod("attach", String.class).invoke(null, number);
        try {
            return machine.getMethod("getSystemProperties").invoke(other) != null;
        } finally {
            machine.getMethod("detach").invoke(other);
        }
    }
}
