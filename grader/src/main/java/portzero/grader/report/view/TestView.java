package portzero.grader.report.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.ladder.LadderView;

/**
 * One test on a student's page.
 *
 * @param anchor an id that is unique on the page
 * @param passed whether it needs no story
 * @param mark one character: passed, failed or not run
 * @param kind a class of the style sheet for a test that did not pass: {@code failed} or {@code skipped}
 * @param outcome the outcome in words
 * @param first leads to the test that is to pass first; without text where that is not plain
 * @param ladder the steps as a drawing, or null where there is nothing to draw
 * @param limit the limit that was hit, or empty
 * @param output what the submission printed; may be empty
 */
public record TestView(
        String anchor,
        String id,
        String name,
        boolean passed,
        String mark,
        String kind,
        String outcome,
        List<Badge> badges,
        String points,
        Link first,
        List<MessageLine> message,
        List<StepView> steps,
        @Nullable LadderView ladder,
        String limit,
        List<String> threads,
        List<String> sockets,
        String output,
        List<String> hints,
        List<Link> readings) {}
