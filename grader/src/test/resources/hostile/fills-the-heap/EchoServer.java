package portzero.echo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes all the memory there is. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        List<byte[]> heap = new ArrayList<>();
        while (true) {
            heap.add(new byte[1 << 20]);
        }
    }
}
