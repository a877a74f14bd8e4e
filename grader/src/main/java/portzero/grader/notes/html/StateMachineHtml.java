package portzero.grader.notes.html;

import org.commonmark.renderer.html.HtmlWriter;
import portzero.grader.notes.block.StateMachineBlock;

/** Renders a state machine as a drawing and a table; the script of the site lets the reader step through it. */
final class StateMachineHtml {
    private final HtmlWriter html;

    StateMachineHtml(HtmlWriter html) {
        this.html = html;
    }

    void render(StateMachineBlock machine) {
        html.line();
        html.raw("<div class=\"states\">\n<figure>");
        html.tag(
                "div",
                Attributes.of("class", "scroll", "tabindex", "0", "role", "img", "aria-label", machine.alternative()));
        html.raw(machine.drawing().strip());
        html.raw("</div></figure>\n<details><summary>The same as a table</summary>\n<div class=\"table\"><table>\n");
        html.raw(
                "<thead><tr><th>state</th><th>what happens</th><th>sends</th><th>next state</th></tr></thead>\n<tbody>\n");
        machine.transitions().forEach(this::row);
        html.raw("</tbody></table></div></details></div>\n");
    }

    private void row(StateMachineBlock.Transition transition) {
        html.raw("<tr>");
        cell(transition.from());
        cell(transition.event());
        cell(transition.sends());
        cell(transition.to());
        html.raw("</tr>\n");
    }

    private void cell(String text) {
        html.tag("td");
        html.text(text);
        html.tag("/td");
    }
}
