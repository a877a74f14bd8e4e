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

    private final PrintWriter out;
    private final Terminal terminal;
    private final LadderText ladder;
    private int step;

    public RelayScreen(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        ladder = new LadderText(terminal);
    }

    void title(String lab, String rest) {
        say(terminal.bold(lab) + "  " + rest);
    }

    /** Something to be typed as it is: on a line of its own, in one piece. */
    void command(String command) {
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
        String from = event.fromClient() ? CLIENT : server;
        String to = event.fromClient() ? server : CLIENT;
        print(new TraceEvent(step, from, to, event.kind(), event.label()), server);
    }

    /** Something about the server's own side. */
    void note(String words, String server) {
        step++;
        print(new TraceEvent(step, server, server, TraceEvent.Kind.NOTE, words), server);
    }

    private void print(TraceEvent event, String server) {
        out.println(ladder.rung(event, sides(server)));
        out.flush();
    }

    private static List<String> sides(String server) {
        return List.of(CLIENT, server);
    }

    void printed(String text, String server) {
        SafeText.block(text, MOST_PRINTED)
                .lines()
                .forEach(line -> out.println("     " + terminal.fit(server + " prints: " + line)));
        out.flush();
    }

    /** Prints a text in as many lines as it takes. */
    public void say(String text) {
        terminal.wrap(text).forEach(out::println);
        out.flush();
    }

    /** The same with what may come from the student. */
    void sayOf(String text) {
        say(SafeText.line(text, LONGEST));
    }
}
