package portzero.echo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts programs, then threads until there are no more, and then programs again. */
public class EchoServer extends TrappedServer {

    private static final int FEW = 3;
    private static final int MANY = 10_000;

    private final List<Process> children = new ArrayList<>();

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        start(FEW);
        try {
            startThreads();
        } catch (OutOfMemoryError noMore) {
            start(MANY);
        }
        throw new IOException("started " + children.size());
    }

    /** Each waits for what this one never says. */
    private void start(int count) throws IOException {
        String java = System.getProperty("java.home") + "/bin/java";
        for (int i = 0; i < count; i++) {
            children.add(new ProcessBuilder(java, "-cp", "/portzero/host.jar", "portzero.testkit.host.Host").start());
        }
    }

    private static void startThreads() {
        for (int i = 0; i < MANY; i++) {
            Thread thread = new Thread(LockSupport::park);
            thread.setDaemon(true);
            thread.start();
        }
    }
}
