package portzero.snippets.sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import portzero.snippets.LinuxOnly;

/** Every open socket is a descriptor of its process: an entry in {@code /proc/self/fd}. */
@LinuxOnly
final class Descriptors {
    public static void main(String[] args) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        new ServerSocket(0, 50, loopback).close(); // what the JDK sets up once is not to be counted
        var before = sockets();
        // snippet: count
        var listener = new ServerSocket(0, 50, loopback);
        System.out.println("listening:  " + (sockets() - before));
        var client = new Socket(loopback, listener.getLocalPort());
        System.out.println("connected:  " + (sockets() - before));
        var accepted = listener.accept();
        System.out.println("accepted:   " + (sockets() - before));
        accepted.close();
        client.close();
        listener.close();
        System.out.println("all closed: " + (sockets() - before));
        // end
    }

    /** Linux shows each descriptor of a process as a link; that of a socket points to "socket:[number]". */
    private static long sockets() throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(Descriptors::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // the descriptor with which the folder itself was read
        }
    }
}
