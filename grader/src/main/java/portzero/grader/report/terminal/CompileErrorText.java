package portzero.grader.report.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portzero.grader.compile.CompileAdvice;
import portzero.grader.compile.CompilerMessage;
import portzero.grader.text.SafeText;

/** Tells what keeps a program from being compiled: the place, the line with a mark below it, and what it means. */
public final class CompileErrorText {

    private static final int MOST_SHOWN = 5;
    private static final int LONGEST = 300;
    private static final int GUTTER = 9;
    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final SourcePlaces places;

    /** @param work the folder that the files' paths begin in */
    public CompileErrorText(Terminal terminal, Path work) {
        this.terminal = terminal;
        places = new SourcePlaces(work);
    }

    /** The first few errors, in lines. */
    public List<String> lines(List<CompilerMessage> errors) {
        List<String> lines = new ArrayList<>();
        List<CompilerMessage> shown = errors.subList(0, Math.min(MOST_SHOWN, errors.size()));
        for (CompilerMessage error : shown) {
            add(lines, error);
        }
        if (shown.size() < errors.size()) {
            lines.add(terminal.fit("… and " + (errors.size() - shown.size())
                    + " more; mend the first, and some of them may be gone."));
        }
        return lines;
    }

    /** How many there are, in a sentence without its end; empty if there are none. */
    public static Optional<String> summary(List<CompilerMessage> errors) {
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of("It does not compile: " + (errors.size() == 1 ? "1 error" : errors.size() + " errors"));
    }

    private void add(List<String> lines, CompilerMessage error) {
        String mark = terminal.fit("✗");
        if (!error.path().isEmpty()) {
            lines.add(TerminalColour.RED.of(mark, terminal) + " " + line(places.of(error.path(), error.line())));
        }
        wrapped(lines, INDENT, error.message());
        if (!error.source().isEmpty()) {
            source(lines, error);
        }
        CompileAdvice.of(error).ifPresent(advice -> wrapped(lines, INDENT, advice));
        lines.add("");
    }

    /** The line as it is, tabs as single spaces, so that the mark stands below what it means. */
    private void source(List<String> lines, CompilerMessage error) {
        String source = error.source().replace('\t', ' ');
        int indent = source.length() - source.stripLeading().length();
        int at = (int) Math.max(0, error.column() - 1);
        String text = terminal.fit(SafeText.line(source.substring(indent), LONGEST));
        int room = terminal.width() - GUTTER;
        int mark = Math.max(0, at - indent);
        int start = mark < room ? 0 : mark - room / 2;
        String shown = text.substring(Math.min(start, text.length()));
        lines.add(String.format("%6d | %s", error.line(), shown.length() > room ? shown.substring(0, room) : shown));
        if (error.column() > 0) {
            lines.add(" ".repeat(GUTTER + mark - start) + TerminalColour.RED.of("^", terminal));
        }
    }

    private void wrapped(List<String> lines, String indent, String text) {
        LineWrapper.at(terminal.width() - indent.length(), line(text)).forEach(part -> lines.add(indent + part));
    }

    private String line(String text) {
        return terminal.fit(SafeText.line(text, LONGEST));
    }
}
