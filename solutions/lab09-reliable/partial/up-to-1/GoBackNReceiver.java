package portzero.reliable;

import java.util.List;

/** Your receiver. What it has to do is said in {@link Receiver}. */
public class GoBackNReceiver implements Receiver {

    // TODO Task 2: Keep the number that you want next, and the data that has come.

    @Override
    public void start() {
        // TODO Task 2: Forget what there was before.
        throw new UnsupportedOperationException("write GoBackNReceiver.start");
    }

    @Override
    public List<byte[]> receive(byte[] datagram) {
        // TODO Task 2: Take the packet if it is the one that you want, and acknowledge in any case.
        // TODO Task 2: Pass over what is damaged, and ACKs.
        // TODO Task 3: Begin again with number 0 after 255.
        throw new UnsupportedOperationException("write GoBackNReceiver.receive");
    }

    @Override
    public byte[] take() {
        // TODO Task 2: Give the data that has come, and each byte only once.
        throw new UnsupportedOperationException("write GoBackNReceiver.take");
    }

    @Override
    public boolean ended() {
        // TODO Task 2: Say whether the END has come.
        throw new UnsupportedOperationException("write GoBackNReceiver.ended");
    }
}
