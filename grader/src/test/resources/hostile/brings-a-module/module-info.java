/** Would be a module, and would open everything. */
open module portzero.testkit {
    requires java.desktop;
    provides javax.annotation.processing.Processor with portzero.echo.EchoServer;
}
