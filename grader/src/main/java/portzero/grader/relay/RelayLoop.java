package portzero.grader.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import portzero.grader.course.Lab;
import portzero.grader.course.LabServer;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.suite.ServerContract;
import portzero.grader.suite.SuiteException;
import portzero.grader.text.SafeText;
import portzero.grader.watch.Keyboard;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.wire.Transport;

/**
 * Starts a student's server, shows what passes between it and its clients, and answers keys, until it is told to end. What the
 * server does, its own process does: it may end or hang, and the loop goes on.
 */
public final class RelayLoop {

    private static final long TICK = 50; // milliseconds between two looks at the kernel's table
    private static final int TICKS_OF_OUTPUT = 4;
    private static final char END = 'q';
    private static final String KEYS = "r compile and start it again   q quit";

    private final PublicTests tests;
    private final LabServer description;
    private final StudentServer server;
    private final RelayScreen screen;
    private final Terminal terminal;
    private final RelayQueue events = new RelayQueue();
    private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
    private SocketStates states = new SocketStates();
    private @Nullable InetSocketAddress at;

    /**
     * A loop for the server of one lab.
     *
     * @param tests compile the student's work
     * @param runtime where the server runs; whoever made it closes it
     */
    public RelayLoop(
            PublicTests tests, LabServer description, ForkedRuntime runtime, RelayScreen screen, Terminal terminal)
            throws SuiteException {
        this.tests = tests;
        this.description = description;
        this.screen = screen;
        this.terminal = terminal;
        server = new StudentServer(
                runtime,
                ServerContract.of(tests.suite(), description.description().name()),
                description.samples());
    }

    /**
     * Starts the server and goes on until {@code q} or the end of input.
     *
     * @param port where clients are to connect; 0 for any free port
     * @return whether the server has started
     */
    public boolean run(int port, Keyboard keyboard, Consumer<String> errors)
            throws IOException, InterruptedException, SuiteException {
        InetSocketAddress address = start(errors);
        if (address == null) {
            return false;
        }
        try (Relay relay = Relay.open(description.description().transport(), address, port, events)) {
            welcome(relay, keyboard);
            keyboard.send(keys::add, () -> keys.add(END));
            loop(relay, errors);
        }
        return true;
    }

    /** Compiles and starts it; null, and told why, if it cannot be. */
    private @Nullable InetSocketAddress start(Consumer<String> errors) throws SuiteException {
        Optional<CompiledSubmission> work = StudentProgram.compile(tests, terminal, errors);
        if (work.isEmpty()) {
            return null;
        }
        try {
            at = server.start(work.get());
            states = new SocketStates();
            return at;
        } catch (NotStartedException failed) {
            errors.accept(SafeText.line(failed.getMessage(), 500));
            screen.printed(server.printed(), server.name());
            return null;
        }
    }

    private boolean isTcp() {
        return description.description().transport() == Transport.TCP;
    }

    private void welcome(Relay relay, Keyboard keyboard) {
        Lab lab = tests.suite().lab();
        String host = relay.address().getAddress().getHostAddress();
        String port = Integer.toString(relay.address().getPort());
        screen.title(
                lab.id(),
                "Your " + server.name() + " runs. Speak to it at " + TcpSocket.text(relay.address())
                        + (isTcp() ? "" : " over UDP") + ", in another window:");
        screen.command(description.ask().replace("{host}", host).replace("{port}", port));
        screen.say(description.note());
        if (!isTcp() || !SocketStates.areVisible()) {
            screen.say(
                    isTcp()
                            ? "This system does not show its sockets: their states are not told (Linux shows them)."
                            : "UDP has no connections, and so no states to show.");
        }
        screen.say(KEYS + (keyboard.needsEnter() ? "   (then Enter)" : ""));
        screen.heading(server.name());
    }

    private void loop(Relay relay, Consumer<String> errors) throws InterruptedException, SuiteException {
        for (int tick = 0; true; tick++) {
            List<RelayEvent> passed = events.next(TICK);
            passed.forEach(event -> screen.show(event, server.name()));
            look(relay);
            if (tick % TICKS_OF_OUTPUT == 0) {
                screen.printed(server.printed(), server.name());
            }
            if (passed.isEmpty()) { // what has passed before its end is shown before it
                server.end().ifPresent(end -> screen.ended(end, KEYS));
            }
            Character key = keys.poll();
            if (key != null && !answer(key, relay, errors)) {
                return;
            }
        }
    }

    private void look(Relay relay) {
        InetSocketAddress address = at;
        if (address == null || !isTcp() || !SocketStates.areVisible()) {
            return;
        }
        states.changes(address.getPort(), port -> {
                    OptionalInt client = relay.client(port);
                    return client.isPresent() ? "#" + client.getAsInt() : "";
                })
                .forEach(change -> screen.note(change, server.name()));
    }

    /** Answers a key; whether to go on. */
    private boolean answer(char key, Relay relay, Consumer<String> errors) throws SuiteException {
        switch (key) {
            case END -> {
                return false;
            }
            case 'r' -> {
                InetSocketAddress again = start(errors);
                if (again != null) {
                    relay.serve(again);
                    screen.say("Started again, at the same address for you.");
                }
            }
            default -> screen.say(KEYS);
        }
        return true;
    }
}
