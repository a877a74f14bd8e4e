package portzero.echo;

import java.io.IOException;

/** Fails with a message that would take a terminal or a page for a ride. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        throw new IOException("\u001b[2J\u202egnp.exe</script><script>alert(1)</script><img src=x onerror=alert(2)>\r\n\u0007");
    }
}
