package portzero.grader.vet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a lab's contracts and sheet promise, clause by clause, with the tests that hold each clause and the mistakes that
 * show it. Kept as tables of three columns in a Markdown file beside the solutions.
 *
 * @param clauses in the file's order
 */
record ClauseTable(List<Clause> clauses) {

    static final String NAME = "CLAUSES.md";

    private static final String UNGRADED = "not graded:";
    private static final int COLUMNS = 3;

    /**
     * One clause.
     *
     * @param text what is promised
     * @param tests the ids of the tests that hold it; none if it is not graded
     * @param mistakes the names of the mistakes that break it
     * @param reason why it is not graded; empty if it is
     */
    record Clause(String text, Set<String> tests, Set<String> mistakes, String reason) {

        Clause {
            tests = Set.copyOf(tests);
            mistakes = Set.copyOf(mistakes);
        }

        boolean isGraded() {
            return reason.isEmpty();
        }
    }

    ClauseTable {
        clauses = List.copyOf(clauses);
    }

    /** Reads {@value #NAME} in this folder; a table without clauses if there is no such file. */
    static ClauseTable in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? of(Files.readString(file, StandardCharsets.UTF_8)) : new ClauseTable(List.of());
    }

    static ClauseTable of(String markdown) {
        Node document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        List<Clause> clauses = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow && node.getParent() instanceof TableBody) {
                    clauses.add(clause(node));
                } else {
                    visitChildren(node);
                }
            }
        });
        return new ClauseTable(clauses);
    }

    private static Clause clause(Node row) {
        List<Node> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(cell);
            }
        }
        String text = cells.isEmpty() ? "" : words(cells.get(0));
        if (cells.size() < COLUMNS) {
            return new Clause(text, Set.of(), Set.of(), "");
        }
        String middle = words(cells.get(1));
        String reason = middle.startsWith(UNGRADED)
                ? middle.substring(UNGRADED.length()).strip()
                : "";
        return new Clause(text, reason.isEmpty() ? codes(cells.get(1)) : Set.of(), codes(cells.get(2)), reason);
    }

    private static String words(Node cell) {
        StringBuilder words = new StringBuilder();
        cell.accept(new AbstractVisitor() {
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
        });
        return words.toString().strip();
    }

    private static Set<String> codes(Node cell) {
        Set<String> codes = new TreeSet<>();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                codes.add(code.getLiteral().strip());
            }
        });
        return codes;
    }

    /**
     * What is wrong with the table, in sentences.
     *
     * @param tests the ids of all tests of the lab
     * @param fails all mistakes of the lab, and the tests that each must fail
     */
    List<String> problems(Set<String> tests, Map<String, Set<String>> fails) {
        if (clauses.isEmpty()) {
            return List.of("there is no table of clauses in " + NAME + ": say which test holds which promise");
        }
        List<String> problems = new ArrayList<>();
        Set<String> untabled = new TreeSet<>(tests);
        Set<String> unused = new TreeSet<>(fails.keySet());
        for (Clause clause : clauses) {
            untabled.removeAll(clause.tests());
            unused.removeAll(clause.mistakes());
            problems(clause, tests, fails).stream()
                    .map(problem -> NAME + ", \"" + clause.text() + "\": " + problem)
                    .forEach(problems::add);
        }
        untabled.forEach(test -> problems.add(NAME + " has no clause for the test " + test));
        unused.forEach(mistake -> problems.add(NAME + " has no clause for the mistake " + mistake));
        return problems;
    }

    private static List<String> problems(Clause clause, Set<String> tests, Map<String, Set<String>> fails) {
        List<String> problems = new ArrayList<>();
        if (clause.isGraded() && clause.tests().isEmpty()) {
            problems.add("no test holds it; name one, or say \"" + UNGRADED + "\" and why");
        }
        if (clause.isGraded() && clause.mistakes().isEmpty()) {
            problems.add("no mistake breaks it");
        }
        missing(clause.tests(), tests).forEach(test -> problems.add("there is no test " + test));
        missing(clause.mistakes(), fails.keySet()).forEach(mistake -> problems.add("there is no mistake " + mistake));
        for (String mistake : new TreeSet<>(clause.mistakes())) {
            Set<String> failed = fails.getOrDefault(mistake, clause.tests());
            if (clause.isGraded() && failed.stream().noneMatch(clause.tests()::contains)) {
                problems.add("the mistake " + mistake + " fails none of its tests");
            }
        }
        return problems;
    }

    private static Set<String> missing(Set<String> named, Set<String> known) {
        Set<String> missing = new TreeSet<>(named);
        missing.removeAll(known);
        return missing;
    }
}
