package portzero.echo;

import java.io.IOException;

/** Ends, but leaves behind a program that holds the pipes to the grader open. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        try {
            new ProcessBuilder(java, "-m", "java.rmi/sun.rmi.registry.RegistryImpl", "65430").inheritIO().start();
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
