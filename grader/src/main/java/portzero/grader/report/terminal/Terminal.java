package portzero.grader.report.terminal;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What a terminal can show.
 *
 * @param unicode whether it shows more than ASCII
 * @param colour whether it takes ANSI colours
 * @param width columns to fill before a line is wrapped, at least {@value #NARROWEST}
 */
public record Terminal(boolean unicode, boolean colour, int width) {
    static final int NARROWEST = 60;
    private static final int WIDEST = 100;

    public Terminal {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("width must be at least " + NARROWEST + " but was " + width);
        }
    }

    /** A file or a pipe: Unicode, no colours, {@value #WIDEST} columns. */
    public static Terminal plain() {
        return new Terminal(true, false, WIDEST);
    }

    /** What standard output is. */
    public static Terminal system() {
        return detect(Ansi.AUTO.enabled(), charset(), System.getenv()).at(TerminalSize.columns());
    }

    /** Whether standard output is a terminal, with colours or without. */
    public static boolean isSystemsATerminal() {
        return Ansi.AUTO.enabled()
                || !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** The same with so many columns, as far as that makes sense; 0 if it is not known. */
    private Terminal at(int columns) {
        return columns == 0 ? this : new Terminal(unicode, colour, Math.max(NARROWEST, Math.min(columns, width)));
    }

    /** The text, in as many lines as it takes. */
    public List<String> wrap(String text) {
        return LineWrapper.at(width, fit(text));
    }

    /** Text that stands out, where the terminal has colours. */
    public String bold(String text) {
        return TerminalColour.BOLD.of(text, this);
    }

    /** Colours only where someone looks and has not asked for none (see no-color.org). */
    static Terminal detect(boolean someoneLooks, Charset charset, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(charset.newEncoder().canEncode('✗'), someoneLooks && !refused, WIDEST)
                .at(TerminalSize.parse(environment.getOrDefault("COLUMNS", "")));
    }

    /** JDK 18 and later name standard output's charset; before, it is the platform's own. */
    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** The text in characters that the terminal has. */
    public String fit(String text) {
        return unicode ? text : AsciiText.of(text);
    }
}
