package portzero.grader.report.terminal;

/** The few colours of the terminal; chosen to be told apart on dark and light grounds. */
enum TerminalColour {
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BOLD("1");

    private final String code;

    TerminalColour(String code) {
        this.code = code;
    }

    /** The text in this colour, if the terminal takes colours. */
    String of(String text, Terminal terminal) {
        return terminal.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
