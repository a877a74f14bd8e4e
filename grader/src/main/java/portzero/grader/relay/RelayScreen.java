package portzero.grader.relay;

import java.io.PrintWriter;
import java.util.List;
import portzero.grader.report.terminal.LadderText;
import portzero.grader.report.terminal.Terminal;
import portzero.grader.text.SafeText;
import portzero.testkit.trace.TraceEvent;

/** Shows what passes, line after line; nothing is overwritten, so that it can be read again and piped. For one thread. */
public final class RelayScreen {

    private static final int MOST_PRINTED = 4_000;
    private static final int LONGEST = 500;
    private static final String CLIENT = "client";
    private static final String PROMPT = "> ";

    private final PrintWriter out;
    private final Terminal terminal;
    private final LadderText ladder;
    private String client;
    private int step;
    private boolean prompted;

    public RelayScreen(PrintWriter out, Terminal terminal) {
        this(out, terminal, CLIENT);
    }

    /** @param client what the client is called */
    public RelayScreen(PrintWriter out, Terminal terminal, String client) {
        this.out = out;
        this.terminal = terminal;
        this.client = client;
        ladder = new LadderText(terminal);
    }

    /** Calls the client something else from now on. */
    void rename(String newClient) {
        client = newClient;
    }

    void title(String lab, String rest) {
        say(terminal.bold(lab) + "  " + rest);
    }

    /** Something to be typed as it is: on a line of its own, in one piece. */
    void command(String command) {
        leavePrompt();
        out.println();
        out.println("    " + terminal.fit(command));
        out.println();
        out.flush();
    }

    void heading(String server) {
        out.println();
        out.println(ladder.heading(sides(server)));
        out.flush();
    }

    void show(RelayEvent event, String server) {
        step++;
        String from = event.fromClient() ? client : server;
        String to = event.fromClient() ? server : client;
        print(new TraceEvent(step, from, to, event.kind(), event.label()), server);
    }

    /** Something about the server's own side. */
    void note(String words, String server) {
        step++;
        print(new TraceEvent(step, server, server, TraceEvent.Kind.NOTE, words), server);
    }

    /** Something about the client's own side. */
    void noteOfClient(String words, String server) {
        step++;
        print(new TraceEvent(step, client, client, TraceEvent.Kind.NOTE, words), server);
    }

    private void print(TraceEvent event, String server) {
        leavePrompt();
        out.println(ladder.rung(event, sides(server)));
        out.flush();
    }

    private List<String> sides(String server) {
        return List.of(client, server);
    }

    /** Asks for a line, unless one is asked for already. */
    void prompt() {
        if (!prompted) {
            out.print(PROMPT);
            out.flush();
            prompted = true;
        }
    }

    /**
     * Takes note that the line that was asked for has come.
     *
     * @param unseen whether it was not typed, so that nobody has seen it yet
     */
    void answered(String line, boolean unseen) {
        if (unseen) {
            out.println((prompted ? "" : PROMPT) + terminal.fit(SafeText.line(line, LONGEST)));
            out.flush();
        }
        prompted = false;
    }

    /** What comes while a line is asked for stands on a line of its own. */
    private void leavePrompt() {
        if (prompted) {
            out.println();
            prompted = false;
        }
    }

    void printed(String text, String server) {
        if (!text.isEmpty()) {
            leavePrompt();
        }
        SafeText.block(text, MOST_PRINTED)
                .lines()
                .forEach(line -> out.println("     " + terminal.fit(server + " prints: " + line)));
        out.flush();
    }

    /** Prints a text in as many lines as it takes. */
    public void say(String text) {
        leavePrompt();
        terminal.wrap(text).forEach(out::println);
        out.flush();
    }

    /** The same with what may come from the student. */
    void sayOf(String text) {
        say(SafeText.line(text, LONGEST));
    }

    /** Tells how the student's program ended, and what may be done now. */
    void ended(String how, String next) {
        sayOf(Character.toUpperCase(how.charAt(0)) + how.substring(1) + ". " + next);
    }

    /** Prints lines as they are. */
    void lines(List<String> lines) {
        leavePrompt();
        lines.forEach(line -> out.println(terminal.fit(line)));
        out.flush();
    }
}
