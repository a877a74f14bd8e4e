package portzero.grader.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import portzero.grader.io.DaemonThread;
import portzero.grader.prompt.BadCallException;
import portzero.grader.prompt.PromptCall;
import portzero.grader.prompt.PromptInput;
import portzero.grader.prompt.PromptMethod;
import portzero.grader.prompt.PromptMethods;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.run.worker.CompiledSubmission;
import portzero.grader.run.worker.PublicTests;
import portzero.grader.suite.SubjectContract;
import portzero.grader.text.SafeText;
import portzero.testkit.kernel.TcpSocket;
import portzero.testkit.subject.ForkedRuntime;
import portzero.testkit.wire.Transport;

/**
 * Makes the calls of a student's client that somebody types, and shows what passes between it and its server, until the input ends.
 * What the client does, its own process does: it may end or hang, and the loop goes on.
 */
public final class ClientLoop {

    private static final long TICK = 50; // milliseconds between two looks
    private static final int TICKS_OF_OUTPUT = 4;

    /** When so many looks have found nothing new, what came of a call has been shown, and the next line is read. */
    private static final int CALM = 3;

    /** Where there is always something new, it is read after so many looks. */
    private static final int LATEST = 20;

    private static final String SERVER = "server";
    private static final int LONGEST = 300;

    private final PublicTests tests;
    private final List<SubjectContract> classes;
    private final Transport transport;
    private final StudentClient client;
    private final RelayScreen screen;
    private final Terminal terminal;
    private final RelayQueue events = new RelayQueue();
    private final SocketStates states = new SocketStates();
    private PromptMethods methods;
    private @Nullable OpenCall open;
    private boolean direct;
    private int calm;
    private int ticks;

    /**
     * A call that was made.
     *
     * @param what the call, as the tests would show it
     * @param since when its line was read, by {@link System#nanoTime}
     * @param outcome what has come of it, when something has
     * @param leave set when nobody waits for it any longer
     */
    private record OpenCall(String what, long since, CompletableFuture<List<String>> outcome, AtomicBoolean leave) {}

    /**
     * A loop for the clients of one lab.
     *
     * @param tests compile the student's work
     * @param classes those that may be called; the first is the one to begin with
     * @param runtime where the client runs; whoever made it closes it
     */
    public ClientLoop(
            PublicTests tests,
            List<SubjectContract> classes,
            Transport transport,
            ForkedRuntime runtime,
            RelayScreen screen,
            Terminal terminal) {
        this.tests = tests;
        this.classes = List.copyOf(classes);
        this.transport = transport;
        this.screen = screen;
        this.terminal = terminal;
        client = new StudentClient(runtime, classes.get(0));
        methods = new PromptMethods(client.contract());
    }

    /**
     * Makes a client and goes on until {@code quit} or the end of input.
     *
     * @param server whom to speak to
     * @param port of the relay; 0 for any free port
     * @param typed whether the input is typed, and so is on the screen already
     * @return whether the work could be compiled and an object be made
     */
    public boolean run(InetSocketAddress server, int port, boolean typed, Consumer<String> errors)
            throws IOException, InterruptedException {
        if (!begin(classes.get(0), errors)) {
            return false;
        }
        try (Relay relay = Relay.open(transport, server, port, events)) {
            welcome(server, relay);
            loop(server, relay, PromptInput.open(), typed);
        }
        return true;
    }

    /** Compiles and makes an object; false, and told why, if there is none. */
    private boolean begin(SubjectContract chosen, Consumer<String> errors) {
        Optional<CompiledSubmission> work = StudentProgram.compile(tests, terminal, errors);
        if (work.isEmpty()) {
            return false;
        }
        try {
            client.begin(work.get(), chosen);
            methods = new PromptMethods(chosen.contract());
            return true;
        } catch (NotStartedException failed) {
            errors.accept(SafeText.line(failed.getMessage(), LONGEST));
            screen.printed(client.printed(), client.name());
            return false;
        }
    }

    private void welcome(InetSocketAddress server, Relay relay) {
        screen.title(
                tests.suite().lab().id(),
                "Your " + client.name() + " is ready. Wherever a method takes an address, it is given "
                        + TcpSocket.text(relay.address()) + ": this program, which passes on to "
                        + TcpSocket.text(server) + (isTcp() ? "" : " over UDP") + " and draws it.");
        help();
        screen.heading(SERVER);
    }

    private void help() {
        int width = methods.all().stream()
                .mapToInt(method -> method.example().length())
                .max()
                .orElse(0);
        screen.lines(List.of(""));
        for (PromptMethod method : methods.all()) {
            String example = method.example();
            screen.lines(List.of(("    " + example + " ".repeat(width - example.length()) + "   " + method.meaning())
                    .stripTrailing()));
        }
        screen.lines(List.of(""));
        screen.say(
                "Bytes and texts are typed as they are or in quotes, with \\n \\r \\t \\0 \\xHH; \"ab\"*1000 repeats.");
        screen.say("A call that has not returned after " + StudentClient.PATIENCE.toSeconds()
                + " s is waited for no longer; an empty line says so at once.");
        screen.lines(List.of(
                "",
                "    help     this list",
                "    new      compile again, and make a new object" + others(),
                "    direct   without this program between: nothing is drawn, and a refusal is one",
                "    quit"));
    }

    private String others() {
        StringBuilder others = new StringBuilder();
        classes.stream()
                .filter(other -> !other.name().equals(client.name()))
                .forEach(other -> others.append("; or: new ").append(other.name()));
        return others.toString();
    }

    private boolean isTcp() {
        return transport == Transport.TCP;
    }

    private void loop(InetSocketAddress server, Relay relay, PromptInput input, boolean typed)
            throws InterruptedException {
        while (true) {
            look(relay);
            OpenCall call = open;
            if (call != null) {
                await(call, input, typed);
            } else if (calm >= CALM || ticks >= LATEST) {
                screen.prompt();
                Optional<String> line = input.next();
                if (line.isPresent()) {
                    long since = System.nanoTime(); // an empty line that follows what is shown now means this call
                    screen.answered(line.get(), !typed);
                    if (!answer(line.get().strip(), since, server, relay)) {
                        return;
                    }
                    calm = 0;
                    ticks = 0;
                } else if (input.isAtEnd()) {
                    screen.answered("", true);
                    return;
                }
            }
        }
    }

    /** Shows what is new on the wire, at the sockets, and from the client's program. */
    private void look(Relay relay) throws InterruptedException {
        List<RelayEvent> passed = events.next(TICK);
        passed.forEach(event -> screen.show(event, SERVER));
        List<String> changes = isTcp() && SocketStates.areVisible()
                ? states.changesOfClients(relay.address().getPort(), port -> {
                    OptionalInt caller = relay.caller(port);
                    return caller.isPresent() ? "#" + caller.getAsInt() : "";
                })
                : List.of();
        changes.forEach(change -> screen.noteOfClient(change, SERVER));
        ticks++;
        calm = passed.isEmpty() && changes.isEmpty() ? calm + 1 : 0;
        if (ticks % TICKS_OF_OUTPUT == 1) {
            screen.printed(client.printed(), client.name());
        }
        if (open == null && passed.isEmpty()) {
            client.end().ifPresent(end -> screen.ended(end, "new starts another."));
        }
    }

    private void await(OpenCall call, PromptInput input, boolean typed) throws InterruptedException {
        if (!call.outcome().isDone()) {
            if (input.takeEmptySince(call.since())) {
                screen.answered("", !typed);
                call.leave().set(true);
            }
            return;
        }
        events.next(0).forEach(event -> screen.show(event, SERVER)); // what has passed before it came
        screen.printed(client.printed(), client.name());
        List<String> lines = new ArrayList<>(call.outcome().join());
        lines.set(0, SafeText.line(call.what(), LONGEST) + "  " + lines.get(0));
        screen.lines(lines);
        open = null;
        calm = 0;
        ticks = 0;
    }

    /** Does what a line says; whether to go on. */
    private boolean answer(String line, long since, InetSocketAddress server, Relay relay) {
        String[] words = line.split("\\s+", -1);
        switch (words[0]) {
            case "" -> {}
            case "quit", "q", "exit" -> {
                return false;
            }
            case "help", "?" -> help();
            case "new" -> renew(words);
            case "direct" -> {
                direct = !direct;
                screen.say(
                        direct
                                ? "From now on methods are given " + TcpSocket.text(server)
                                        + " itself, and nothing is drawn; direct again goes back."
                                : "From now on this program is between again, and draws.");
            }
            default -> call(line, since, direct ? server : relay.address());
        }
        return true;
    }

    private void renew(String[] words) {
        String name = words.length > 1 ? words[1] : client.name();
        Optional<SubjectContract> chosen =
                classes.stream().filter(one -> one.name().equals(name)).findFirst();
        if (chosen.isEmpty()) {
            screen.say("There is new "
                    + String.join(
                            ", new ",
                            classes.stream().map(SubjectContract::name).toList()) + ".");
        } else if (begin(chosen.get(), screen::say)) {
            screen.say("A new " + client.name() + ", compiled again; what the one before had open is closed.");
            if (words.length > 1) {
                help();
                screen.rename(client.name());
                screen.heading(SERVER);
            }
        }
    }

    private void call(String line, long since, InetSocketAddress address) {
        try {
            PromptCall call = methods.call(line, address);
            OpenCall made =
                    new OpenCall(client.name() + "." + call, since, new CompletableFuture<>(), new AtomicBoolean());
            open = made;
            DaemonThread.start("call", () -> {
                try {
                    made.outcome().complete(client.call(call, made.leave()::get));
                } catch (RuntimeException | Error failed) {
                    made.outcome().complete(List.of(SafeText.line("cannot be called: " + failed, LONGEST)));
                }
            });
        } catch (BadCallException bad) {
            screen.sayOf(bad.getMessage());
        }
    }
}
