package portzero.echo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Closes all descriptors by which the grader speaks to it. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        new FileOutputStream(FileDescriptor.err).close();
        new FileOutputStream(FileDescriptor.out).close();
        new FileInputStream(FileDescriptor.in).close();
        LockSupport.park();
    }
}
