package portzero.grader.notes.html;

import gg.jte.output.StringOutput;
import org.commonmark.renderer.html.HtmlWriter;
import portzero.grader.notes.block.SequenceBlock;

/** Renders a recorded conversation as a drawing, and folded away below it as a list. */
final class SequenceHtml {
    private final HtmlWriter html;

    SequenceHtml(HtmlWriter html) {
        this.html = html;
    }

    void render(SequenceBlock sequence) {
        var drawing = new StringOutput();
        Templates.ENGINE.render("ladder.jte", sequence.drawing(), drawing);
        html.line();
        html.raw("<figure class=\"sequence\">\n");
        html.raw(drawing.toString());
        html.raw("<details><summary>The same in words</summary>\n<ol>\n");
        sequence.steps().forEach(step -> element("li", step));
        html.raw("</ol></details>\n");
        element("figcaption", sequence.caption());
        html.raw("</figure>\n");
    }

    private void element(String name, String text) {
        html.tag(name);
        html.text(text);
        html.tag("/" + name);
        html.line();
    }
}
