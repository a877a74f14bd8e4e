package portzero.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A member with a thread that receives all the time, and a queue of what others have sent. */
public class GroupMember implements Member {

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(1_000);
    private final long number = new Random().nextLong();
    private @Nullable MulticastSocket socket;
    private @Nullable InetSocketAddress group;
    private @Nullable NetworkInterface network;
    private boolean left;

    @Override
    public void join(InetSocketAddress group, String interfaceName, int timeToLive) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(interfaceName);
        if (found == null) {
            throw new IOException(interfaceName + " is no interface of this machine");
        }
        MulticastSocket opened = new MulticastSocket(group.getPort()); // which shares its port
        socket = opened;
        opened.setNetworkInterface(found);
        opened.setTimeToLive(timeToLive);
        opened.joinGroup(group, found);
        this.group = group;
        network = found;
        Thread thread = new Thread(() -> listen(opened), "member-" + interfaceName);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(MulticastSocket opened) {
        byte[] buffer = new byte[2_000];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                opened.receive(packet);
                if (packet.getLength() >= 8 && packet.getLength() <= 8 + LONGEST) {
                    hear(new DataInputStream(new ByteArrayInputStream(buffer, 0, packet.getLength())));
                }
            }
        } catch (IOException closed) {
            // by close()
        }
    }

    private void hear(DataInputStream in) throws IOException {
        long sender = in.readLong();
        if (sender != number && !messages.offer(new Message(sender, in.readAllBytes()))) {
            messages.clear(); // as if the network had lost them
        }
    }

    @Override
    public int timeToLive() throws IOException {
        return opened().getTimeToLive();
    }

    private MulticastSocket opened() throws IOException {
        MulticastSocket opened = socket;
        if (opened == null) {
            throw new IOException("not joined yet");
        }
        return opened;
    }

    @Override
    public void send(byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(number);
        out.write(payload);
        opened().send(new DatagramPacket(bytes.toByteArray(), bytes.size(), group));
    }

    @Override
    public Message receive(Duration wait) throws IOException {
        try {
            Message message = messages.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new SocketTimeoutException("the queue is empty");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }

    @Override
    public void leave() throws IOException {
        if (!left) {
            left = true;
            opened().leaveGroup(group, network);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
