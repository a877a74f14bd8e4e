package portzero.echo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes until nothing more can be written. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        for (int i = 0; ; i++) {
            try (OutputStream file = Files.newOutputStream(Path.of("/tmp/file" + i))) {
                for (int block = 0; block < 8; block++) {
                    file.write(new byte[1 << 20]);
                }
            }
        }
    }
}
