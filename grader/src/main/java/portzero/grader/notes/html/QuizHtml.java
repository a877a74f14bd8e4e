package portzero.grader.notes.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import portzero.grader.notes.block.Quiz;
import portzero.grader.notes.block.QuizPart;
import portzero.grader.notes.block.QuizPart.Role;
import portzero.grader.notes.markdown.Markdown;

/** Renders a quiz so that it can be read as it is; the script of the site makes of it one that can be answered. */
final class QuizHtml {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    QuizHtml(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    void render(Quiz quiz) {
        html.line();
        html.tag(
                "div",
                Attributes.of("class", "quiz", "data-quiz", quiz.kind().name().toLowerCase(Locale.ROOT)));
        html.tag("fieldset");
        question(quiz.part(Role.QUESTION));
        switch (quiz.kind()) {
            case CHOICE -> options(quiz);
            case ORDER -> steps(quiz);
            case PREDICT -> {}
        }
        html.tag("/fieldset");
        answer(quiz);
        html.tag("/div");
        html.line();
    }

    /** The first paragraph names the group of answers. */
    private void question(Node question) {
        var blocks = Markdown.children(question).toList();
        html.tag("legend");
        children(blocks.get(0));
        html.tag("/legend");
        html.line();
        blocks.stream().skip(1).forEach(context::render);
    }

    private void options(Quiz quiz) {
        html.tag("ul", Map.of("class", "options"));
        for (var option : quiz.parts(Role.RIGHT, Role.WRONG)) {
            item(option, option.role() == Role.RIGHT ? Map.of("data-right", "") : Map.of());
        }
        html.tag("/ul");
    }

    private void steps(Quiz quiz) {
        var steps = quiz.parts(Role.STEP);
        html.tag("ul", Map.of("class", "steps"));
        for (var step : quiz.shuffled()) {
            item(steps.get(step), Map.of("data-step", String.valueOf(step)));
        }
        html.tag("/ul");
    }

    private void answer(Quiz quiz) {
        html.tag("details", Map.of("class", "answer"));
        html.tag("summary");
        html.text("Answer");
        html.tag("/summary");
        switch (quiz.kind()) {
            case CHOICE -> list("ul", quiz.parts(Role.RIGHT));
            case ORDER -> list("ol", quiz.parts(Role.STEP));
            case PREDICT -> children(quiz.part(Role.OUTPUT));
        }
        children(quiz.part(Role.EXPLANATION));
        html.tag("/details");
    }

    private void list(String element, List<QuizPart> parts) {
        html.tag(element);
        parts.forEach(part -> item(part, Map.of()));
        html.tag("/" + element);
    }

    private void item(QuizPart part, Map<String, String> attributes) {
        html.tag("li", attributes);
        if (part.getFirstChild() instanceof Paragraph only && only.getNext() == null) {
            children(only);
        } else {
            children(part);
        }
        html.tag("/li");
        html.line();
    }

    private void children(Node parent) {
        Markdown.children(parent).toList().forEach(context::render);
    }
}
