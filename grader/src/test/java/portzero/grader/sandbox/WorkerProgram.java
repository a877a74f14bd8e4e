package portzero.grader.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Stands in for a worker: listens on the loopback port that its second argument names, says its
 * first argument to whoever connects, and runs the rest as a command whose output it passes on.
 */
final class WorkerProgram {
    private WorkerProgram() {}

    public static void main(String[] args) throws Exception {
        try (var listener = new ServerSocket(Integer.parseInt(args[1]), 0, InetAddress.getLoopbackAddress())) {
            var greeter = new Thread(() -> greet(listener, args[0]));
            greeter.setDaemon(true);
            greeter.start();
            System.exit(run(List.of(args).subList(2, args.length)));
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        var subject = Launcher.start(new ProcessBuilder(command).redirectErrorStream(true));
        subject.getInputStream().transferTo(System.out);
        return subject.waitFor();
    }

    private static void greet(ServerSocket listener, String name) {
        try {
            while (true) {
                try (var connection = listener.accept()) {
                    connection.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException closed) {
            System.err.println(Arrays.toString(closed.getStackTrace()));
        }
    }
}
