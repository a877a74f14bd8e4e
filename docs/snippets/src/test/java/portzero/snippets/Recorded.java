package portzero.snippets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the notes show an output of: a program, or a session of commands. */
interface Recorded {
    static List<Recorded> all() throws IOException {
        return Stream.of(Snippet.all(), ForeignProgram.all(), Transcript.all())
                .flatMap(List::stream)
                .map(Recorded.class::cast)
                .sorted(Comparator.comparing(Recorded::name))
                .toList();
    }

    /** The word behind {@code output} or {@code transcript} in the notes. */
    String name();

    /** Skips the test where the output is another or cannot be had, with a line that says why. */
    void assumeRunsHere() throws Exception;

    /** What it prints, errors included. */
    String run() throws IOException, InterruptedException;

    /** The text reduced to what must be the same each time. */
    default String normalised(String text) {
        return Recording.normalised(text);
    }

    default Path recording() {
        return Path.of("recorded", name() + ".txt");
    }
}
