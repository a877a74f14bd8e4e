package portzero.echo;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Sends the grader answers by the thousand to what it never asked, well formed, and then a very long one. */
public class EchoServer extends TrappedServer {

    private static final int RETURNED = 8;
    private static final int LONGEST = 24 << 20;

    public EchoServer() throws IOException {}

    @Override
    void spring() throws Exception {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        for (int number = 1_000_000; number < 1_100_000; number++) {
            answer(out, number, 4 + 100);
        }
        answer(out, 2_000_000, LONGEST);
        out.writeInt(LONGEST); // and one that never comes
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void answer(DataOutputStream out, int number, int length) throws IOException {
        out.writeInt(length);
        out.writeByte(RETURNED);
        out.writeInt(number);
        out.write(new byte[length - 4]);
    }
}
