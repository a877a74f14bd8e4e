package portzero.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a million empty files, which take no room but memory of the kernel's. */
public class EchoServer extends TrappedServer {

    private static final int MANY = 1_000_000;

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        for (int i = 0; i < MANY; i++) {
            try {
                Files.createFile(Path.of("/tmp/" + i));
            } catch (IOException full) {
                throw new IOException((i < 10_000 ? "few" : i) + " files, then " + full.getMessage(), full);
            }
        }
        throw new IOException(MANY + " files");
    }
}
