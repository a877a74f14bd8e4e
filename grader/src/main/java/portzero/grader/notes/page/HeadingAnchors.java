package portzero.grader.notes.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import portzero.grader.notes.markdown.HeadingId;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.problem.ProblemList;
import portzero.grader.notes.source.PageFile;

/**
 * Gives every heading of a page its id: the one written behind it, as in {@code ## End of stream
 * {#end-of-stream}}, or else one made from its words.
 */
public final class HeadingAnchors {
    private static final Pattern EXPLICIT = Pattern.compile("\\s*\\{#([^}]*)}\\s*$");
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9-]*");

    private final IdGenerator fromWords = IdGenerator.builder().build();
    private final Map<String, HeadingAnchor> byId = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Takes the ids out of the headings' text and remembers them on the nodes. */
    static HeadingAnchors of(Node document, PageFile file, ProblemList problems) {
        var anchors = new HeadingAnchors();
        for (var node : Markdown.children(document).toList()) {
            if (node instanceof Heading heading) {
                anchors.add(heading);
                anchors.wrong.forEach(what -> problems.add(file.path(), heading, what));
                anchors.wrong.clear();
            }
        }
        return anchors;
    }

    public Optional<HeadingAnchor> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<HeadingAnchor> all() {
        return List.copyOf(byId.values());
    }

    private void add(Heading heading) {
        var explicit = takeExplicit(heading);
        var title = Markdown.text(heading);
        var id = explicit.orElseGet(() -> fromWords.generateId(title));
        var line = Markdown.line(heading);
        var other = byId.putIfAbsent(id, new HeadingAnchor(id, title, heading.getLevel(), line));
        if (other != null) {
            wrong.add("The id “%s” is already on line %d. Give this heading an id of its own, as in {#another-id}."
                    .formatted(id, other.line()));
        }
        heading.prependChild(new HeadingId(id));
    }

    private Optional<String> takeExplicit(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            return Optional.empty();
        }
        var match = EXPLICIT.matcher(text.getLiteral());
        if (!match.find()) {
            return Optional.empty();
        }
        text.setLiteral(text.getLiteral().substring(0, match.start()));
        var id = match.group(1);
        if (!VALID.matcher(id).matches()) {
            wrong.add("“%s” is no good as an id. Use small letters, digits and hyphens, a letter first.".formatted(id));
        }
        return Optional.of(id);
    }
}
