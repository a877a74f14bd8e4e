package portzero.grader.notes.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.sequence.Conversation;
import portzero.grader.notes.sequence.MalformedRecordingException;
import portzero.grader.notes.source.CourseLayout;
import portzero.grader.notes.source.Transcripts;

/**
 * Reads fences {@code sequence NAME}: the name of a recorded session, a line that says what the drawing shows, and the
 * words of a caption, if it is to have some.
 */
public final class SequenceReader {
    private final CourseLayout home;
    private final Transcripts transcripts;
    private final ProblemList problems;

    public SequenceReader(CourseLayout home, ProblemList problems) {
        this.home = home;
        this.transcripts = new Transcripts(home, problems);
        this.problems = problems;
    }

    public Optional<SequenceBlock> of(FencedCodeBlock fence, Path page) throws IOException {
        var words = FenceInfo.words(fence);
        if (words.size() != 2) {
            problems.add(page, fence, "“sequence” needs one name behind it, that of a session in docs/snippets.");
            return Optional.empty();
        }
        var text = fence.getLiteral().strip().lines().toList();
        if (text.isEmpty()) {
            problems.add(
                    page,
                    fence,
                    "The sequence has no text for those who cannot see it. Say in the first line what it shows.");
            return Optional.empty();
        }
        var name = words.get(1);
        return transcripts.has(name, fence, page)
                ? read(name, text.get(0), String.join(" ", text.subList(1, text.size())))
                : Optional.empty();
    }

    private Optional<SequenceBlock> read(String name, String title, String caption) throws IOException {
        var recording = home.recording(name);
        try {
            var conversation = Conversation.read(Files.readAllLines(recording));
            var drawing = conversation.draw("sequence-" + name, title);
            var source = transcripts.recordedOn(name) + ".";
            return Optional.of(new SequenceBlock(drawing, conversation.sentences(), (caption + " " + source).strip()));
        } catch (MalformedRecordingException e) {
            problems.add(
                    recording,
                    e.line(),
                    e.getMessage() + " Correct docs/snippets/transcripts/" + name + ".sh and record it with "
                            + "mvn -pl docs/snippets test -Dportzero.record=true.");
            return Optional.empty();
        }
    }
}
