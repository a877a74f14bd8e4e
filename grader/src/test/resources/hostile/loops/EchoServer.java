package portzero.echo;

import java.io.IOException;

/** Never comes back. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        long turns = 0;
        while (turns >= 0) {
            turns = turns + 1 & 0xffff; // here it stands
        }
    }
}
