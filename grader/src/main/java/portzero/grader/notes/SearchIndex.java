package portzero.grader.notes;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The words of every section, as a script that the search of a page loads. */
final class SearchIndex {
    /** Without the mapping of objects, which takes longer to load than the index takes to write. */
    private static final JsonFactory JSON = new JsonFactory();

    private final List<List<String>> sections = new ArrayList<>();

    private SearchIndex() {}

    /** The script; it hands an array of [address, page, section, text] to {@code portzeroIndex}. */
    static String script(Site site) {
        var index = new SearchIndex();
        site.inOrder().forEach(index::add);
        var script = new StringWriter();
        script.append("portzeroIndex(");
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), script)) {
            json.writeStartArray();
            for (var section : index.sections) {
                json.writeStartArray();
                section.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return script.append(");\n").toString();
    }

    private void add(Page page) {
        var section = new Section(page, page.file().href(), page.title());
        section.words.append(page.summary());
        for (var node : Markdown.children(page.document()).toList()) {
            if (node instanceof Heading heading && heading.getFirstChild() instanceof HeadingId id) {
                add(section);
                section = new Section(page, page.file().href() + "#" + id.id(), Markdown.text(heading));
            } else {
                section.read(node);
            }
        }
        add(section);
    }

    private void add(Section section) {
        var text = section.words.toString().strip().replaceAll("\\s+", " ");
        sections.add(List.of(section.href, section.page.title(), section.title, text));
    }

    /** Collects the words of a section, its programs included. */
    private static final class Section extends AbstractVisitor {
        private final Page page;
        private final String href;
        private final String title;
        private final StringBuilder words = new StringBuilder();

        Section(Page page, String href, String title) {
            this.page = page;
            this.href = href;
            this.title = title;
        }

        void read(Node node) {
            words.append(' ');
            node.accept(this);
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof Listing listing) {
                words.append(' ').append(listing.code());
            } else if (block instanceof Sequence sequence) {
                words.append(' ').append(sequence.drawing().title());
                words.append(' ').append(sequence.caption());
            }
            visitChildren(block);
        }

        @Override
        protected void visitChildren(Node parent) {
            if (parent instanceof Block || parent instanceof CustomNode) {
                words.append(' ');
            }
            super.visitChildren(parent);
        }
    }
}
