package portzero.timeouts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Your client. What it has to do is said in {@link Client}. */
public class PatientClient implements Client {

    // TODO Task 2: Keep the socket in a field.
    // TODO Task 3: Keep what has come for a call that ran out of time.

    @Override
    public void connect(InetSocketAddress server, Duration timeout) throws IOException {
        // TODO Task 2: Connect within the timeout, with a new socket for each attempt.
        // TODO Task 5: Put the socket where close finds it before you connect.
        throw new UnsupportedOperationException("write PatientClient.connect");
    }

    @Override
    public void connectRetrying(InetSocketAddress server, Duration timeout, Policy policy) throws IOException {
        // TODO Task 7: Connect; after a failure ask a Backoff how long to wait, and connect again.
        // TODO Task 7: Give no attempt more time than is left of the policy's limit.
        // TODO Task 7: Let close end a wait between two attempts.
        throw new UnsupportedOperationException("write PatientClient.connectRetrying");
    }

    @Override
    public void send(byte[] bytes, Duration timeout) throws IOException {
        // TODO Task 2: Write the bytes.
        // TODO Task 5: Have the client closed when the time is up before the write has returned.
        throw new UnsupportedOperationException("write PatientClient.send");
    }

    @Override
    public byte[] receive(int length, Duration timeout) throws IOException {
        // TODO Task 3: Read until you have that many bytes, and give up when the time is up.
        // TODO Task 3: Tell the end of the stream from a timeout, and keep what has come.
        // TODO Task 4: Before each read, set its timeout to what is left of the time.
        throw new UnsupportedOperationException("write PatientClient.receive");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 2: Close the socket.
        // TODO Task 5: Make every later call fail.
        throw new UnsupportedOperationException("write PatientClient.close");
    }
}
