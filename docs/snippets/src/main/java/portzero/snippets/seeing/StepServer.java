package portzero.snippets.seeing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import portzero.snippets.PlaysInTranscript;

/** A server that takes each step when it is told to: accept, read, write TEXT, close. It ends with its input. */
@PlaysInTranscript
final class StepServer {
    public static void main(String[] args) throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("listening on port " + listener.getLocalPort());
            var client = new Socket();
            String order;
            while ((order = orders.readLine()) != null) {
                if (order.equals("accept")) {
                    client = listener.accept();
                    System.out.println("accepted");
                } else {
                    System.out.println(step(order, client));
                }
            }
            client.close();
        }
    }

    private static String step(String order, Socket client) throws IOException {
        if (order.equals("read")) {
            var buffer = new byte[100];
            return "read gives " + client.getInputStream().read(buffer);
        }
        if (order.startsWith("write ")) {
            client.getOutputStream().write((order.substring(6) + "\n").getBytes(UTF_8));
            return "written";
        }
        client.close();
        return "closed";
    }
}
