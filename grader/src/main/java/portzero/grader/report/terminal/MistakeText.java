package portzero.grader.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import portzero.grader.result.NamedMistake;
import portzero.grader.wording.Wording;

/** Says which mistake a program seems to have. */
final class MistakeText {
    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final UnaryOperator<String> readings;

    /**
     * Text for one terminal.
     *
     * @param readings says where {@code tcp#partial-reads} can be read
     */
    MistakeText(Terminal terminal, UnaryOperator<String> readings) {
        this.terminal = terminal;
        this.readings = readings;
    }

    /** A paragraph, ended by an empty line; empty where nothing was named. */
    List<String> lines(List<NamedMistake> mistakes) {
        List<String> lines = new ArrayList<>();
        for (NamedMistake mistake : mistakes) {
            terminal.wrap(mistake.sentence()).stream().map(terminal::bold).forEach(lines::add);
            hanging("→ " + readings.apply(mistake.reading())).forEach(lines::add);
        }
        if (!lines.isEmpty()) {
            hanging(Wording.GUESS).forEach(lines::add);
            lines.add("");
        }
        return lines;
    }

    private List<String> hanging(String text) {
        return LineWrapper.at(terminal.width() - INDENT.length(), terminal.fit(text)).stream()
                .map(line -> INDENT + line)
                .toList();
    }
}
