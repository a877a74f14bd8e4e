package portzero.grader.notes.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Node;
import portzero.grader.notes.problem.ProblemList;

/**
 * What stands between two lines of dashes on top of a chapter. A chapter may do without: its first heading is then its title, and its
 * place is that of its name.
 *
 * @param title empty where there is none
 * @param order where the chapter comes in the book, from 1; the largest number where that is not said
 * @param summary one sentence for the list of chapters
 * @param part of the book that the chapter is in; empty for none
 */
public record FrontMatter(String title, int order, String summary, String part) {
    private static final Set<String> KEYS = Set.of("title", "order", "summary", "part");

    public static FrontMatter of(Node document, PageFile file, ProblemList problems) {
        var visitor = new YamlFrontMatterVisitor();
        document.accept(visitor);
        if (visitor.getData().isEmpty()) {
            return new FrontMatter("", file.kind() == PageFile.Kind.INDEX ? 0 : Integer.MAX_VALUE, "", "");
        }
        return new Reader(visitor.getData(), file, problems).read();
    }

    private record Reader(Map<String, List<String>> values, PageFile file, ProblemList problems) {
        FrontMatter read() {
            values.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> wrong("The front matter has an unknown key “" + key
                            + "”. Use title, order, summary and part only."));
            return new FrontMatter(value("title"), order(), value("summary"), optional("part"));
        }

        private String value(String key) {
            var value = optional(key);
            if (value.isEmpty()) {
                wrong("The front matter has no %s. Begin the file with ---, a line “%s: …”, and ---."
                        .formatted(key, key));
            }
            return value;
        }

        private String optional(String key) {
            return String.join(" ", values.getOrDefault(key, List.of())).strip();
        }

        private int order() {
            if (file.kind() == PageFile.Kind.INDEX) {
                return 0;
            }
            var order = value("order");
            if (order.matches("[1-9]\\d{0,3}")) {
                return Integer.parseInt(order);
            }
            if (!order.isEmpty()) {
                wrong("order must be a number from 1 but was “" + order + "”. Number the chapters from 1.");
            }
            return Integer.MAX_VALUE;
        }

        private void wrong(String what) {
            problems.warn(file.path(), 1, what);
        }
    }
}
