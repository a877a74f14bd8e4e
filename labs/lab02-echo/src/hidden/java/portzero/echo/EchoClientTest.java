package portzero.echo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import portzero.testkit.Hint;
import portzero.testkit.Listener;
import portzero.testkit.Peer;
import portzero.testkit.Points;
import portzero.testkit.Reading;
import portzero.testkit.Running;
import portzero.testkit.Subject;
import portzero.testkit.Task;
import portzero.testkit.Wire;
import portzero.testkit.kernel.TcpState;

/** What else an echo client has to do. The test is the server. */
class EchoClientTest {

    @Test
    @Task(5)
    @Points(3)
    @Hint("Write the bytes as they are: making text of them changes some, and println adds one")
    @Reading("tcp#bytes-not-text")
    void sends_exactly_the_message(@Subject(EchoClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        InetSocketAddress address = listener.address();
        byte[] message = new byte[256];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }

        Running<byte[]> call = wire.start(() -> client.echo(address, message));
        listener.accept().expect(message).send(message).endOutput();

        wire.expectSame(message, call.result());
    }

    @Test
    @Task(5)
    @Points(6)
    @Hint("One read gives you at least one byte, and perhaps no more: read again until all have come")
    @Reading("tcp#read-loop")
    void collects_an_answer_that_comes_byte_by_byte(@Subject(EchoClient.class) Client client, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        InetSocketAddress address = listener.address();
        byte[] message = wire.letters(6).getBytes(US_ASCII);

        Running<byte[]> call = wire.start(() -> client.echo(address, message));
        listener.accept().expect(message).drip(message).endOutput();

        wire.expectSame(message, call.result());
    }

    @Test
    @Task(5)
    @Points(4)
    @Hint("Close the socket when the answer is complete; ending only your output leaves the other half open")
    @Reading("ending#close-and-shutdown")
    void closes_its_socket(@Subject(EchoClient.class) Client client, Wire wire) throws Exception {
        Listener listener = wire.listen();
        InetSocketAddress address = listener.address();
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        Running<byte[]> call = wire.start(() -> client.echo(address, message));
        Peer server = listener.accept().expect(message).send(message);
        wire.expectSame(message, call.result());

        server.expectEnd();
        server.send("more"); // a closed socket answers this with a reset; one that ended its output takes it
        wire.expectNoneIn(TcpState.FIN_WAIT2);
    }

    @Test
    @Task(6)
    @Points(3)
    @Hint("An exception skips a close at the end of the method; try-with-resources closes on every way out")
    @Reading("ending#try-with-resources")
    void closes_its_socket_when_the_answer_is_cut_short(@Subject(EchoClient.class) Client client, Wire wire)
            throws Exception {
        Listener listener = wire.listen();
        InetSocketAddress address = listener.address();
        byte[] message = wire.letters(12).getBytes(US_ASCII);

        Running<byte[]> call = wire.start(() -> client.echo(address, message));
        Peer server = listener.accept().expect(message).send(wire.letters(5)).endOutput();
        awaitEnd(call);

        server.expectEnd();
    }

    @Test
    @Task(6)
    @Points(3)
    @Hint("Let the exception of a failed connect reach the caller: an empty answer looks like a success")
    @Reading("tcp#calls")
    void reports_a_refused_connection(@Subject(EchoClient.class) Client client, Wire wire) throws Exception {
        byte[] message = wire.letters(12).getBytes(US_ASCII);
        try (SocketChannel holder = SocketChannel.open().bind(wire.loopback())) { // has the port, does not listen
            InetSocketAddress address = (InetSocketAddress) holder.getLocalAddress();

            wire.start(() -> client.echo(address, message)).failure(IOException.class);
        }
    }

    /** Waits for a call, however it ends. */
    private static void awaitEnd(Running<byte[]> call) throws Exception {
        try {
            call.result();
        } catch (IOException failed) {
            // Whether a short answer is reported is what another test asks.
        }
    }
}
