package portzero.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import portzero.grader.io.Sha256;
import portzero.grader.report.view.PageStyle;

/** The style of a student's page, which stands in the page itself: it may travel alone. */
final class InlineStyle {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LINE_END = Pattern.compile("(?<=[{};,])\\s*\\n\\s*|\\s*\\n\\s*(?=\\})");

    private InlineStyle() {}

    /** The style, and the policy that allows it and nothing else. */
    static PageStyle student() throws IOException {
        String css = shortened(ReportAssets.read("base.css") + ReportAssets.read("student.css"));
        byte[] digest = Sha256.sha256().digest(css.getBytes(StandardCharsets.UTF_8));
        return new PageStyle(
                css,
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(digest)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    /** Without comments and indentation. */
    private static String shortened(String css) {
        String plain = COMMENT.matcher(css.replace("\r\n", "\n")).replaceAll("");
        return LINE_END.matcher(plain)
                .replaceAll("")
                .replaceAll("\\n\\s*", "\n")
                .strip();
    }
}
