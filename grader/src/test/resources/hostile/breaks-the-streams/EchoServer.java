package portzero.echo;

import java.io.IOException;

/** A right server that leaves the program's streams and handlers in a bad state. */
public class EchoServer extends RightServer {

    public EchoServer() throws IOException {
        System.setOut(null);
        System.setErr(null);
        System.in.close();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> System.exit(3));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }));
    }
}
