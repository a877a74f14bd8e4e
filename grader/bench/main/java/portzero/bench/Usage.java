package portzero.bench;

import java.util.stream.Collectors;

/** What {@code --help} prints. */
final class Usage {
    private Usage() {}

    static String text() {
        return """
                Usage: grader/bench/run [--only SECTION,…] [--rounds N] [--quick] [--out FILE] [--keep]
                Measures the grader and the notes on this machine and writes the figures to a file.

                  --only SECTION,…  these sections only; the file keeps the others as they are
                  --rounds N        how often each contestant runs; default: what suits the section
                  --quick           small classes and few rounds: minutes instead of the better part of an hour
                  --out FILE        the file for the results; default: grader/bench/RESULTS.md
                  --keep            keep all that was made and measured, and say where

                Sections:
                %s
                A section's figures are written as soon as it is done; Ctrl-C loses the current one only. Let the
                machine do nothing else meanwhile. Where a control group can be made, as by root, processor time
                includes that of processes that were killed.

                Exit codes: 0 all was measured; 1 a section failed; 2 bad usage; 3 the machine lacks something.
                """.formatted(Sections.all().stream()
                .map(section -> "  %-8s  %s%n".formatted(section.name(), section.title()))
                .collect(Collectors.joining()));
    }
}
