package portzero.grader.notes.block;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import portzero.grader.notes.markdown.FenceInfo;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.problem.ProblemList;

/** Code blocks that say the same in several languages, one of which the reader chooses. */
public final class TabsBlock extends CustomBlock {

    /** Makes one group of each run of fences whose info string ends with the word {@code tab}. */
    public static void group(Node document) {
        for (var node : Markdown.children(document).toList()) {
            if (node instanceof FencedCodeBlock fence && isTab(fence)) {
                takeWord(fence);
                if (fence.getPrevious() instanceof TabsBlock group) {
                    group.appendChild(fence);
                } else {
                    var group = new TabsBlock();
                    group.setSourceSpans(fence.getSourceSpans());
                    fence.insertBefore(group);
                    group.appendChild(fence);
                }
            }
        }
    }

    public List<CodeListing> listings() {
        return Markdown.children(this)
                .filter(CodeListing.class::isInstance)
                .map(CodeListing.class::cast)
                .toList();
    }

    /** Checks that there is a choice, once fences have become listings. */
    public void check(Path file, ProblemList problems) {
        var tabs = listings();
        if (getFirstChild() == getLastChild()) {
            problems.add(file, this, "A tab needs another one right behind it. Add one, or remove “tab”.");
        }
        var labels = new HashSet<String>();
        for (var tab : tabs) {
            if (!labels.add(label(tab))) {
                problems.add(
                        file,
                        this,
                        "Two tabs side by side are called %s. Put text between them, or make one block of them."
                                .formatted(label(tab)));
            }
        }
    }

    public static String label(CodeListing tab) {
        return tab.isOutput() ? "Output" : tab.language().title();
    }

    private static boolean isTab(FencedCodeBlock fence) {
        var words = FenceInfo.words(fence);
        return words.size() > 1 && words.get(words.size() - 1).equals("tab");
    }

    private static void takeWord(FencedCodeBlock fence) {
        var words = FenceInfo.words(fence);
        fence.setInfo(String.join(" ", words.subList(0, words.size() - 1)));
    }
}
