package portzero.echo;

import java.io.IOException;

/** Fails with text that is no Unicode, and with a story of frames and threads that are none. */
public class EchoServer extends TrappedServer {

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        Thread.currentThread().setName("\ud800<b>\u001b[31m\u2066\n" + "x".repeat(10_000));
        System.out.println("\udc00\u0000<plaintext>\u2028]]>\u001b]0;owned\u0007");
        IOException thrown = new IOException("\ud83d\udc00 \udc00 alone, \ud800 alone, \ufffe\uffff\u0000\ufeff");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    "portzero.echo.EchoServer", "<img src=x onerror=alert(4)>", "\"'><script>\ud800.java", -7),
            new StackTraceElement("portzero.echo.EchoServer", "m".repeat(5_000), "../../../../etc/passwd", 1),
        });
        throw thrown;
    }
}
