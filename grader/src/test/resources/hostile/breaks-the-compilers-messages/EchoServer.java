package portzero.echo;

/** Does not compile, on a line that would take a terminal or a page for a ride. */
public class EchoServer {
    String s = 1 /* </script><img src=x onerror=alert(7)> [2J‮gnp.exe */;
}
