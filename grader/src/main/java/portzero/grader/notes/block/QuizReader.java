package portzero.grader.notes.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.PageFile;

/** Reads the questions of a page: fences {@code quiz}, {@code quiz predict NAME} and {@code quiz order}. */
public final class QuizReader {
    private static final Pattern MARK = Pattern.compile("\\[([ xX])] +");

    private final PageFile file;
    private final ProblemList problems;

    private QuizReader(PageFile file, ProblemList problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Puts a {@link Quiz} in the place of each fence that holds one. */
    public static void read(Node document, PageFile file, ProblemList problems) {
        var reader = new QuizReader(file, problems);
        for (var node : Markdown.children(document).toList()) {
            if (node instanceof FencedCodeBlock fence
                    && FenceInfo.words(fence).get(0).equals("quiz")) {
                reader.quiz(fence).ifPresent(fence::insertBefore);
                fence.unlink();
            }
        }
    }

    private Optional<Quiz> quiz(FencedCodeBlock fence) {
        var kind = kind(fence);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        var quiz = new Quiz(kind.get());
        quiz.setSourceSpans(fence.getSourceSpans());
        var blocks = new ArrayList<>(Markdown.children(content(fence)).toList());
        var answers = kind.get() == Quiz.Kind.PREDICT ? null : answers(blocks);
        return question(quiz, blocks, answers) && answers(quiz, fence, answers) && explanation(quiz, blocks, answers)
                ? Optional.of(quiz)
                : Optional.empty();
    }

    private Optional<Quiz.Kind> kind(FencedCodeBlock fence) {
        var words = FenceInfo.words(fence);
        if (words.size() == 1) {
            return Optional.of(Quiz.Kind.CHOICE);
        }
        if (words.size() == 2 && words.get(1).equals("order")) {
            return Optional.of(Quiz.Kind.ORDER);
        }
        if (words.size() == 3 && words.get(1).equals("predict")) {
            return Optional.of(Quiz.Kind.PREDICT);
        }
        problems.add(
                file.path(),
                fence,
                "“%s” is no kind of quiz. Write quiz, quiz order, or quiz predict and the name of a program."
                        .formatted(String.join(" ", words)));
        return Optional.empty();
    }

    /** What is in the fence. The empty lines on top give every node the line that it has in the file. */
    private static Node content(FencedCodeBlock fence) {
        return Markdown.parse("\n".repeat(Markdown.line(fence)) + fence.getLiteral());
    }

    private static @Nullable ListBlock answers(List<Node> blocks) {
        return blocks.stream()
                .filter(ListBlock.class::isInstance)
                .map(ListBlock.class::cast)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The question is all that comes before the answers, or, without these, before the explanation. */
    private boolean question(Quiz quiz, List<Node> blocks, @Nullable ListBlock answers) {
        var part = new QuizPart(QuizPart.Role.QUESTION);
        while (!blocks.isEmpty() && blocks.get(0) != answers && !(blocks.get(0) instanceof BlockQuote)) {
            part.appendChild(blocks.remove(0));
        }
        quiz.appendChild(part);
        return part.getFirstChild() instanceof Paragraph
                || wrong(quiz, "The quiz has no question. Begin it with a paragraph that asks one.");
    }

    private boolean answers(Quiz quiz, FencedCodeBlock fence, @Nullable ListBlock list) {
        return switch (quiz.kind()) {
            case PREDICT -> prediction(quiz, FenceInfo.words(fence).get(2));
            case CHOICE -> options(quiz, list);
            case ORDER -> steps(quiz, list);
        };
    }

    private boolean prediction(Quiz quiz, String reference) {
        quiz.part(QuizPart.Role.QUESTION).appendChild(FenceInfo.of("snippet " + reference));
        var output = new QuizPart(QuizPart.Role.OUTPUT);
        output.appendChild(FenceInfo.of("output " + reference.replaceFirst("#.*", "")));
        quiz.appendChild(output);
        return true;
    }

    private boolean steps(Quiz quiz, @Nullable ListBlock list) {
        if (!(list instanceof OrderedList) || list.getFirstChild() == list.getLastChild()) {
            return wrong(
                    quiz, "The quiz has no steps to order. Write two or more as a list, “1. …”, in the right order.");
        }
        Markdown.children(list).toList().forEach(step -> quiz.appendChild(part(QuizPart.Role.STEP, step)));
        return true;
    }

    private boolean options(Quiz quiz, @Nullable ListBlock list) {
        if (!(list instanceof BulletList) || list.getFirstChild() == list.getLastChild()) {
            return wrong(quiz, "The quiz has no options. Write two or more, “- [ ] wrong” and “- [x] right”.");
        }
        for (var option : Markdown.children(list).toList()) {
            var mark = takeMark(option);
            if (mark.isEmpty()) {
                return wrong(option, "The option does not say whether it is right. Begin it with [x] or [ ].");
            }
            quiz.appendChild(part(mark.get().isBlank() ? QuizPart.Role.WRONG : QuizPart.Role.RIGHT, option));
        }
        return !quiz.parts(QuizPart.Role.RIGHT).isEmpty()
                || wrong(quiz, "No option of the quiz is right. Mark those that are with [x].");
    }

    private static Optional<String> takeMark(Node option) {
        if (!(option.getFirstChild() instanceof Paragraph first) || !(first.getFirstChild() instanceof Text text)) {
            return Optional.empty();
        }
        var match = MARK.matcher(text.getLiteral());
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        text.setLiteral(text.getLiteral().substring(match.end()));
        return Optional.of(match.group(1));
    }

    private boolean explanation(Quiz quiz, List<Node> blocks, @Nullable ListBlock answers) {
        blocks.remove(answers);
        if (blocks.isEmpty() || !(blocks.get(0) instanceof BlockQuote quote)) {
            return wrong(
                    blocks.isEmpty() ? quiz : blocks.get(0),
                    "The quiz has no explanation behind its answers. End it with one, “> …”.");
        }
        if (blocks.size() > 1) {
            return wrong(blocks.get(1), "The explanation is the end of a quiz. Move this before it.");
        }
        quiz.appendChild(part(QuizPart.Role.EXPLANATION, quote));
        return true;
    }

    private static QuizPart part(QuizPart.Role role, Node parent) {
        var part = new QuizPart(role);
        Markdown.children(parent).toList().forEach(part::appendChild);
        if (parent instanceof Block block) {
            part.setSourceSpans(block.getSourceSpans());
        }
        return part;
    }

    private boolean wrong(Node node, String what) {
        problems.add(file.path(), node, what);
        return false;
    }
}
