package portzero.grader.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * Reads outlines with the compiler's own parser, so that comments, string literals and Unicode escapes
 * mislead nobody. Thread-safe.
 */
public final class OutlineReader {
    private static final JavaCompiler JAVAC = Compiler.javac();

    /** Shared and never closed; a parser opens none of its files. */
    private static final JavaFileManager FILES = JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

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
        return new Outline("", List.of());
    }

    private static Outline outline(CompilationUnitTree unit) {
        var name = unit.getPackageName();
        var types = new ArrayList<String>();
        for (var tree : unit.getTypeDecls()) {
            if (tree instanceof ClassTree type) {
                types.add(type.getSimpleName().toString());
            }
        }
        return new Outline(name == null ? "" : name.toString(), types);
    }
}
