package portzero.echo;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A right server but for one case, so that one test finds it out: closed before it was started, it springs a trap. */
abstract class TrappedServer extends RightServer {

    private boolean started;
    private boolean sprung;

    TrappedServer() throws IOException {}

    /** What is done instead of nothing. */
    abstract void spring() throws Exception;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        started = true;
        return super.start(address);
    }

    @Override
    public void close() throws IOException {
        if (started || sprung) {
            super.close();
            return;
        }
        sprung = true;
        try {
            spring();
        } catch (IOException | RuntimeException asIs) {
            throw asIs;
        } catch (Exception other) {
            throw new IOException(other);
        }
    }
}
