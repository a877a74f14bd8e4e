package portzero.grader.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads outlines with the compiler's own parser, so that comments, string literals and Unicode escapes
 * mislead nobody. Thread-safe.
 */
public final class OutlineReader {
    private static final JavaCompiler JAVAC = Compiler.javac();

    /** Shared and never closed; a parser opens none of its files. */
    private static final JavaFileManager FILES = JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private static final int MOST_USES = 10_000;
    private static final int MOST_PARTS = 20;

    private OutlineReader() {}

    /** The outline of a file; an unreadable one for a file that breaks the parser. */
    public static synchronized Outline read(SourceFile source) {
        try {
            var ignored = new DiagnosticCollector<JavaFileObject>();
            var objects = List.of(new SourceObject(source, false));
            var task = (JavacTask)
                    JAVAC.getTask(Writer.nullWriter(), FILES, ignored, CompilerOptions.PARSE, null, objects);
            for (var unit : task.parse()) {
                return outline(unit);
            }
        } catch (IOException | IllegalStateException | OutOfMemoryError | StackOverflowError broken) {
            // Compiling it will say what is wrong with it, in words for the student.
            return Outline.UNREADABLE;
        }
        return new Outline("", List.of(), Set.of(), true);
    }

    private static Outline outline(CompilationUnitTree unit) {
        var name = unit.getPackageName();
        var types = new ArrayList<String>();
        for (var tree : unit.getTypeDecls()) {
            if (tree instanceof ClassTree type) {
                types.add(type.getSimpleName().toString());
            }
        }
        return new Outline(name == null ? "" : name.toString(), types, uses(unit), true);
    }

    /** Imports and whatever else is written with dots. */
    private static Set<String> uses(CompilationUnitTree unit) {
        var uses = new HashSet<String>();
        for (var each : unit.getImports()) {
            uses.add(each.getQualifiedIdentifier().toString());
        }
        try {
            new QualifiedNames().scan(unit.getTypeDecls(), uses);
        } catch (StackOverflowError tooDeep) {
            return uses; // the compiler will say so
        }
        return uses;
    }

    /** Collects {@code a.b.c} and its beginnings. */
    private static final class QualifiedNames extends TreeScanner<@Nullable Void, Set<String>> {
        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, Set<String> uses) {
            var name = name(tree);
            if (uses.size() < MOST_USES && !name.isEmpty()) {
                uses.add(name);
            }
            return super.visitMemberSelect(tree, uses);
        }

        /** Empty for what is no plain name, or one of more parts than packages have. */
        private static String name(MemberSelectTree tree) {
            var parts = new ArrayDeque<String>();
            ExpressionTree at = tree;
            while (at instanceof MemberSelectTree select && parts.size() < MOST_PARTS) {
                parts.addFirst(select.getIdentifier().toString());
                at = select.getExpression();
            }
            return at instanceof IdentifierTree first ? first.getName() + "." + String.join(".", parts) : "";
        }
    }
}
