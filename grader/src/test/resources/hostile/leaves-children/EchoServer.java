package portzero.echo;

import java.io.IOException;

/** A right server that starts a program which listens on a port, does not end, and holds on to the pipes. */
public class EchoServer extends RightServer {

    static {
        String java = System.getProperty("java.home") + "/bin/java";
        ProcessBuilder registry = new ProcessBuilder(
                java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "65431");
        try {
            registry.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException refused) {
            // as well
        }
    }

    public EchoServer() throws IOException {}
}
