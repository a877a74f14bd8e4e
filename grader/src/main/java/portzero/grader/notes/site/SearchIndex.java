package portzero.grader.notes.site;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import portzero.grader.notes.block.CodeListing;
import portzero.grader.notes.block.SequenceBlock;
import portzero.grader.notes.concurrent.ParallelTasks;
import portzero.grader.notes.markdown.HeadingId;
import portzero.grader.notes.markdown.Markdown;
import portzero.grader.notes.markdown.TextCollector;
import portzero.grader.notes.page.Page;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The words of every section, as a script that the search of a page loads. */
public final class SearchIndex {
    /** Without the mapping of objects, which takes longer to load than the index takes to write. */
    private static final JsonFactory JSON = new JsonFactory();

    private SearchIndex() {}

    /** The script; it hands an array of [address, page, section, text] to {@code portzeroIndex}. */
    public static String script(Site site) throws IOException {
        var pages = ParallelTasks.map(site.inOrder(), SearchIndex::sections);
        var script = new StringWriter();
        script.append("portzeroIndex(");
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), script)) {
            json.writeStartArray();
            for (var sections : pages) {
                sections.forEach(section -> section.write(json));
            }
            json.writeEndArray();
        }
        return script.append(");\n").toString();
    }

    private static List<Part> sections(Page page) {
        var sections = new ArrayList<Part>();
        var section = new Part(page, page.file().href(), page.title());
        section.add(page.summary());
        for (var node : Markdown.children(page.document()).toList()) {
            if (node instanceof Heading heading && heading.getFirstChild() instanceof HeadingId id) {
                sections.add(section);
                section = new Part(page, page.file().href() + "#" + id.id(), Markdown.text(heading));
            } else {
                section.read(node);
            }
        }
        sections.add(section);
        return sections;
    }

    /** The words of a section, its programs included. */
    private static final class Part extends TextCollector {
        private final Page page;
        private final String href;
        private final String title;

        Part(Page page, String href, String title) {
            this.page = page;
            this.href = href;
            this.title = title;
        }

        void write(JsonGenerator json) {
            json.writeStartArray();
            List.of(href, page.title(), title, text()).forEach(json::writeString);
            json.writeEndArray();
        }

        void read(Node node) {
            space();
            node.accept(this);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof CodeListing listing) {
                add(" " + listing.code());
            } else if (block instanceof SequenceBlock sequence) {
                add(" " + sequence.drawing().title() + " " + sequence.caption());
            }
            visitChildren(block);
        }

        @Override
        protected void visitChildren(Node parent) {
            if (parent instanceof Block || parent instanceof CustomNode) {
                space();
            }
            super.visitChildren(parent);
        }
    }
}
