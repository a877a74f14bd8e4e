package portzero.echo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import portzero.testkit.LabTest;
import portzero.testkit.Subject;
import portzero.testkit.await.PendingCall;
import portzero.testkit.net.Listener;
import portzero.testkit.net.Peer;
import portzero.testkit.net.TestNetwork;

/** The tests that you can read. They go through the tasks in order; the others look closer at the same things. */
class EchoFirstStepsTest {

    @LabTest(
            task = 1,
            points = 4,
            hint =
                    "After binding to port 0, ask the listening socket for its address: that one has the port you were given",
            notes = "addresses#port-zero")
    void start_returns_the_address_with_the_real_port(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());

        assertThat(address)
                .withFailMessage("Expected start to return the address that it listens on, but it returned null")
                .isNotNull();
        assertThat(address.getPort())
                .withFailMessage("Expected start to return the port that the system chose, but it returned port 0")
                .isNotZero();
        network.connect(address);
    }

    @LabTest(
            task = 2,
            points = 4,
            hint = "Accept the client in a thread of its own, and pass on to its output what you read from its input",
            notes = "tcp#calls")
    void echoes_a_line_of_text(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        String line = network.letters(12) + "\n";

        client.send(line);

        client.expect(line);
    }

    @LabTest(
            task = 2,
            points = 5,
            hint =
                    "Send back what one read gave you before you read again, and see to it that nothing waits in a buffer",
            notes = "tcp#read-loop")
    void answers_before_the_client_ends_its_stream(@Subject(EchoServer.class) Server server, TestNetwork network)
            throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);

        for (int round = 0; round < 3; round++) {
            String part = network.letters(12); // no line end
            client.send(part).expect(part);
        }
    }

    @LabTest(
            task = 3,
            points = 4,
            hint = "When read returns -1 the client has ended its stream: send what is left, then close its socket",
            notes = "tcp#end-of-stream")
    void ends_the_connection_when_the_client_has_ended_its_stream(
            @Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        Peer client = network.connect(address);
        String message = network.letters(12);

        client.send(message).endOutput();

        network.expectSame(message.getBytes(US_ASCII), client.receiveUntilEnd());
    }

    @LabTest(
            task = 4,
            points = 3,
            hint =
                    "A port is free when the listening socket is closed; a flag that the accepting thread looks at is not enough",
            notes = "tcp#listener-close")
    void close_frees_the_port(@Subject(EchoServer.class) Server server, TestNetwork network) throws IOException {
        InetSocketAddress address = server.start(network.loopback());
        network.connect(address).close();
        network.awaitRest(); // in accept, where no flag is looked at

        server.close();

        network.expectRefused(address);
    }

    @LabTest(
            task = 5,
            points = 4,
            hint =
                    "Write the message, read as many bytes as you wrote, and return those; the stream need not end after them",
            notes = "tcp#calls")
    void client_returns_what_the_server_sends_back(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);
        byte[] answer = network.letters(12).getBytes(US_ASCII); // not an echo, so that it must really be read

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message).send(answer).hold();

        network.expectSame(answer, call.result());
    }

    @LabTest(
            task = 6,
            points = 4,
            hint = "If read returns -1 before the last byte has come, the answer is incomplete: throw an exception",
            notes = "tcp#end-of-stream")
    void client_reports_a_server_that_ends_early(@Subject(EchoClient.class) Client client, TestNetwork network)
            throws Exception {
        Listener listener = network.listen();
        InetSocketAddress address = listener.address();
        byte[] message = network.letters(12).getBytes(US_ASCII);

        PendingCall<byte[]> call = network.start(() -> client.echo(address, message));
        listener.accept().expect(message).send(network.letters(5)).endOutput();

        call.failure(IOException.class);
    }
}
