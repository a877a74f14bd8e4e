package portzero.grader.notes.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The style and the script of the pages. */
public final class SiteAssets {
    /** The parts of the script; the first is used by all others. */
    private static final List<String> PARTS =
            List.of("base", "theme", "tabs", "quiz", "terms", "copy", "search", "states", "toc", "moved", "print");

    private SiteAssets() {}

    public static void write(SiteFolder folder) throws IOException {
        folder.write("style.css", text("style.css"));
        folder.write("icon.svg", text("icon.svg"));
        folder.write("early.js", text("js/early.js"));
        folder.write("notes.js", script());
    }

    /** All parts in a scope of their own: scripts of a page that was opened from a file cannot import one another. */
    private static String script() throws IOException {
        var script = new StringBuilder("(() => {\n\"use strict\";\n");
        for (var part : PARTS) {
            script.append(text("js/" + part + ".js")).append('\n');
        }
        return script.append("})();\n").toString();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = SiteAssets.class.getResourceAsStream("/portzero/notes/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
