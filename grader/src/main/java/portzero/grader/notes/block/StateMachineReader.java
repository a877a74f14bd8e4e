package portzero.grader.notes.block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.problem.ProblemList;

/**
 * Reads fences {@code states FILE.svg}: a line that says what the drawing shows, and one line for each transition,
 * {@code FROM -> TO: event / what is sent}. In the drawing each state has its name in {@code data-state}, and each
 * transition both names in {@code data-edge}.
 */
public final class StateMachineReader {
    private static final Pattern TRANSITION = Pattern.compile("(\\S+) -> (\\S+): (.+?) / (.+)");

    private final ProblemList problems;

    public StateMachineReader(ProblemList problems) {
        this.problems = problems;
    }

    public Optional<StateMachineBlock> of(FencedCodeBlock fence, Path page) throws IOException {
        var words = FenceInfo.words(fence);
        var file = page.resolveSibling(words.size() == 2 ? words.get(1) : "");
        if (words.size() != 2 || !words.get(1).matches("[\\w-]+\\.svg") || !Files.isRegularFile(file)) {
            problems.add(page, fence, "“states” needs the name of a drawing beside the page, such as states.svg.");
            return Optional.empty();
        }
        var lines = fence.getLiteral().strip().lines().toList();
        var drawing = Files.readString(file);
        var transitions = transitions(lines, fence, page);
        compare(transitions, Jsoup.parse(drawing), fence, page);
        return Optional.of(new StateMachineBlock(drawing, lines.get(0), transitions));
    }

    private List<StateMachineBlock.Transition> transitions(List<String> lines, FencedCodeBlock fence, Path page) {
        var transitions = new ArrayList<StateMachineBlock.Transition>();
        for (var i = 1; i < lines.size(); i++) {
            var match = TRANSITION.matcher(lines.get(i));
            if (match.matches()) {
                transitions.add(new StateMachineBlock.Transition(
                        match.group(1), match.group(2), match.group(3), match.group(4)));
            } else if (!lines.get(i).isBlank()) {
                problems.add(
                        page,
                        Markdown.line(fence) + 1 + i,
                        "“%s” is no transition. Write FROM -> TO: event / what is sent.".formatted(lines.get(i)));
            }
        }
        return transitions;
    }

    /** What the drawing shows and what the lines say must be the same. */
    private void compare(
            List<StateMachineBlock.Transition> transitions, Document drawing, FencedCodeBlock fence, Path page) {
        var said = new TreeSet<String>();
        transitions.forEach(each -> said.add(each.from() + " " + each.to()));
        var drawn = new TreeSet<>(drawing.select("[data-edge]").eachAttr("data-edge"));
        missing(said, drawn)
                .forEach(edge -> problems.add(
                        page,
                        fence,
                        "The drawing has no transition “%s”. Draw it, or remove the line.".formatted(edge)));
        missing(drawn, said)
                .forEach(edge -> problems.add(
                        page,
                        fence,
                        "There is no line for the transition “%s” of the drawing. Add one.".formatted(edge)));
        var states = new TreeSet<String>();
        said.forEach(edge -> states.addAll(List.of(edge.split(" "))));
        missing(states, Set.copyOf(drawing.select("[data-state]").eachAttr("data-state")))
                .forEach(state -> problems.add(
                        page, fence, "The drawing has no state “%s”. Draw it, or correct the line.".formatted(state)));
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }
}
