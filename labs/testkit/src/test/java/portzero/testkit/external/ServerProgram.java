package portzero.testkit.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program to be started: says what it was given, and behaves as its first argument says. */
final class ServerProgram {

    private ServerProgram() {}

    /** Arguments: how to behave, host, port, and a file if there is one. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 3) {
            System.out.println("given " + Files.readString(Path.of(args[3])));
        }
        switch (args[0]) {
            case "ends" -> {
                System.err.println("no reason");
                System.exit(7);
            }
            case "waits" -> new CountDownLatch(1).await();
            default -> {
                InetAddress host = InetAddress.getByName(args[1]);
                try (ServerSocket listener = new ServerSocket(Integer.parseInt(args[2]), 50, host)) {
                    listener.accept().close();
                    if (args[0].equals("stays")) {
                        new CountDownLatch(1).await();
                    }
                }
            }
        }
    }
}
