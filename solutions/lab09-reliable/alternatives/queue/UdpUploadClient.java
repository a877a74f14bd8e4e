package portzero.reliable;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client with a thread that receives, and a queue between it and the sender. */
public class UdpUploadClient implements UploadClient {

    @Override
    public void upload(InetSocketAddress server, byte[] data, Settings settings) throws IOException {
        GoBackNSender sender = new GoBackNSender();
        BlockingQueue<byte[]> incoming = new LinkedBlockingQueue<>(1_000);
        DatagramSocket socket = new DatagramSocket();
        Thread reader = new Thread(() -> read(socket, server, incoming), "upload-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            send(socket, server, sender.start(data, settings, System.nanoTime() / 1_000_000));
            while (sender.state() == TransferState.SENDING) {
                long wait = sender.nextTimeout().get() - System.nanoTime() / 1_000_000;
                byte[] datagram = wait > 0 ? incoming.poll(wait, TimeUnit.MILLISECONDS) : null;
                long now = System.nanoTime() / 1_000_000;
                send(socket, server, datagram == null ? sender.tick(now) : sender.receive(datagram, now));
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        } finally {
            socket.close();
        }
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
        if (sender.state() == TransferState.FAILED) {
            throw new SocketTimeoutException("no acknowledgement after " + settings.attempts() + " attempts");
        }
    }

    private static void read(DatagramSocket socket, InetSocketAddress server, BlockingQueue<byte[]> incoming) {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                socket.receive(packet);
                if (packet.getSocketAddress().equals(server)) {
                    incoming.offer(Arrays.copyOf(packet.getData(), packet.getLength()));
                }
            }
        } catch (IOException closed) {
            // the upload is over
        }
    }

    private static void send(DatagramSocket socket, InetSocketAddress to, List<byte[]> packets) throws IOException {
        for (byte[] packet : packets) {
            socket.send(new DatagramPacket(packet, packet.length, to));
        }
    }
}
