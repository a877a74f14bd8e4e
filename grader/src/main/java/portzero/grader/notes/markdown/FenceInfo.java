package portzero.grader.notes.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/** What stands behind the backticks of a fenced code block. */
public final class FenceInfo {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private FenceInfo() {}

    /** The words of the info string; one empty word if there is none. */
    public static List<String> words(FencedCodeBlock fence) {
        var info = fence.getInfo() == null ? "" : fence.getInfo().strip();
        return List.of(SPACE.split(info));
    }

    public static FencedCodeBlock of(String info) {
        var fence = new FencedCodeBlock();
        fence.setInfo(info);
        fence.setLiteral("");
        return fence;
    }
}
