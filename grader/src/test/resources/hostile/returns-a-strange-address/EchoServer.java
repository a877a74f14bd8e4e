package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Returns an address that is none, with a name that is markup and very long. */
public class EchoServer extends RightServer {

    public EchoServer() throws IOException {}

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        super.start(address);
        return InetSocketAddress.createUnresolved("<script>alert(6)</script>\u001b[2J" + "x".repeat(900_000), 1);
    }
}
