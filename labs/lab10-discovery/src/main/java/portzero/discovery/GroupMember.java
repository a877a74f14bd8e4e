package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Your member of a group. What it has to do is said in {@link Member}. */
public class GroupMember implements Member {

    // TODO Task 1: Keep the socket in a field, and in others what you need later of what join was given.
    // TODO Task 3: Keep a number of its own that this member draws when it joins.

    @Override
    public void join(InetSocketAddress group, String interfaceName, int timeToLive) throws IOException {
        // TODO Task 1: Look the interface up by its name, and say so if there is none.
        // TODO Task 1: Bind a socket to the group's port, and join the group on that interface.
        // TODO Task 2: Let others on this machine have the same port, which must be said before you bind.
        // TODO Task 3: Choose the interface for sending, too: joining does not.
        // TODO Task 4: Set the time to live.
        throw new UnsupportedOperationException("write GroupMember.join");
    }

    @Override
    public int timeToLive() throws IOException {
        // TODO Task 4: Ask the socket.
        throw new UnsupportedOperationException("write GroupMember.timeToLive");
    }

    @Override
    public void send(byte[] payload) throws IOException {
        // TODO Task 3: Send your number and the bytes to the group, as one datagram.
        throw new UnsupportedOperationException("write GroupMember.send");
    }

    @Override
    public Message receive(Duration wait) throws IOException {
        // TODO Task 1: Receive one datagram, and take number and payload from it.
        // TODO Task 1: Go on waiting when it is no message, but no longer than the caller says.
        // TODO Task 5: Go on waiting when it is your own.
        throw new UnsupportedOperationException("write GroupMember.receive");
    }

    @Override
    public void leave() throws IOException {
        // TODO Task 6: Tell the system that you leave the group, and keep the socket open.
        throw new UnsupportedOperationException("write GroupMember.leave");
    }

    @Override
    public void close() throws IOException {
        // TODO Task 1: Close the socket, if there is one.
        throw new UnsupportedOperationException("write GroupMember.close");
    }
}
