package portzero.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that receives in a thread of its own and compares everything itself. */
public class UdpClient implements Client {

    @Override
    public byte[] ask(InetSocketAddress server, byte[] question, Duration wait, int attempts) throws IOException {
        byte[] id = new byte[4];
        new SecureRandom().nextBytes(id);
        ByteBuffer request = ByteBuffer.allocate(4 + question.length).put(id).put(question);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server); // for the sake of “port unreachable”
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            Thread reader = new Thread(() -> receive(socket, server, id, answer), "answers");
            reader.setDaemon(true);
            reader.start();
            for (int i = 0; i < attempts; i++) {
                socket.send(new DatagramPacket(request.array(), request.capacity(), server));
                try {
                    return answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException lost) {
                    // ask again
                }
            }
            throw new SocketTimeoutException("no answer");
        } catch (ExecutionException failed) {
            throw (IOException) failed.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void receive(
            DatagramSocket socket, InetSocketAddress server, byte[] id, CompletableFuture<byte[]> answer) {
        try {
            while (!answer.isDone()) {
                DatagramPacket packet = new DatagramPacket(new byte[5000], 5000);
                socket.receive(packet);
                byte[] payload = Arrays.copyOf(packet.getData(), packet.getLength());
                boolean mine = payload.length >= 4
                        && payload.length <= 4 + LONGEST
                        && packet.getSocketAddress().equals(server)
                        && Arrays.equals(payload, 0, 4, id, 0, 4);
                if (mine) {
                    answer.complete(Arrays.copyOfRange(payload, 4, payload.length));
                }
            }
        } catch (IOException failed) {
            answer.completeExceptionally(failed);
        }
    }
}
