package portzero.echo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts a program in a session of its own, whose parent ends at once: nobody's child, and in nobody's group. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        String path = System.getProperty("java.class.path"); // by which a test finds it
        List<String> daemon = List.of(java, "-cp", path, "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "0");
        List<String> detached = new ArrayList<>(List.of("setsid", "--fork"));
        detached.addAll(daemon);
        try {
            start(detached);
        } catch (IOException refused) {
            start(daemon); // where there is no setsid, and to say why not
        }
    }

    private static void start(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
