package portzero.reliable;

import java.util.List;
import java.util.Optional;

/** Your sender. What it has to do is said in {@link Sender}. */
public class GoBackNSender implements Sender {

    // TODO Task 2: Keep the packets of the transfer, which of them is the oldest outstanding one, and which is sent
    // next.

    @Override
    public List<byte[]> start(byte[] data, Settings settings, long now) {
        // TODO Task 2: Cut the data into packets, number them, and put the END behind them.
        // TODO Task 2: Send the first one, and start the timer.
        // TODO Task 3: Send as many as the window allows.
        throw new UnsupportedOperationException("write GoBackNSender.start");
    }

    @Override
    public List<byte[]> receive(byte[] datagram, long now) {
        // TODO Task 2: Pass over what is no ACK, and ACKs that acknowledge nothing new.
        // TODO Task 2: Send the next packet, and start the timer anew, with the first timeout.
        // TODO Task 3: Find out how many packets an ACK acknowledges, where numbers begin again after 255.
        throw new UnsupportedOperationException("write GoBackNSender.receive");
    }

    @Override
    public List<byte[]> tick(long now) {
        // TODO Task 2: When the timer has run out, send again what is outstanding and wait twice as long.
        // TODO Task 2: Give up after the last attempt.
        // TODO Task 3: Send all outstanding packets again.
        throw new UnsupportedOperationException("write GoBackNSender.tick");
    }

    @Override
    public Optional<Long> nextTimeout() {
        // TODO Task 2: Say when the timer will have run out.
        throw new UnsupportedOperationException("write GoBackNSender.nextTimeout");
    }

    @Override
    public TransferState state() {
        // TODO Task 2: Say how far the transfer is.
        throw new UnsupportedOperationException("write GoBackNSender.state");
    }
}
