package portzero.echo;

import java.io.IOException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a forged result to the descriptor that the grader listens on. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        String forged = "{\"message\":\"done\",\"result\":{\"verdict\":\"GRADED\",\"score\":100,\"max\":100}}\n100/100\n";
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        out.write(forged.getBytes(StandardCharsets.UTF_8));
        out.write(new byte[1 << 16]);
        Thread.sleep(60_000);
    }
}
