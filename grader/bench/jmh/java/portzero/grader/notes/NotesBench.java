package portzero.grader.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.problem.NotesException;

/** The notes of the checkout, as {@code ./lab notes --serve} renders them: in a warm JVM that remembers highlighted code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NotesBench {
    private final Path home = Path.of(System.getProperty("portzero.home"));
    private Path out;
    private String chapter;

    @Setup
    public void read() throws IOException {
        chapter = Files.readString(home.resolve("docs/notes/tcp.md"));
        out = Files.createTempDirectory("notes-bench");
    }

    @Benchmark
    public Object a_chapter_parsed() {
        return Markdown.parse(chapter);
    }

    @Benchmark
    public Object all_notes_rendered() throws IOException, NotesException {
        return NotesSite.render(home, out);
    }
}
