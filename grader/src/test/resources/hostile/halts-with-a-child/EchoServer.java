package portzero.echo;

import java.io.IOException;

/** Ends, but leaves behind a program that holds the pipes to the grader open and never ends. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        String path = System.getProperty("java.class.path"); // by which a test finds it
        try {
            new ProcessBuilder(java, "-cp", path, "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "0")
                    .inheritIO()
                    .start();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
