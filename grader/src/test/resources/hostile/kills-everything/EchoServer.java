package portzero.echo;

import java.io.IOException;

/** Kills every process that it can see but itself, the first one of its world first. */
public class EchoServer extends Prober {

    public EchoServer() throws IOException {}

    @Override
    void tryAll() throws Exception {
        attempt("the end of process 1", () -> ended(ProcessHandle.of(1).orElseThrow()));
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(process -> attempt("the end of " + process.pid(), () -> ended(process)));
        attempt("a parent", () -> ProcessHandle.current().parent().filter(parent -> parent.pid() > 1).isPresent());
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        process.destroy();
        process.destroyForcibly();
        Thread.sleep(50);
        return !process.isAlive();
    }
}
