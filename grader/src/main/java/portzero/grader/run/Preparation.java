package portzero.grader.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import portzero.grader.compile.Compilation;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.SourceFile;
import portzero.grader.score.Verdict;
import portzero.grader.suite.Suite;
import portzero.testkit.subject.ClassFile;

/** Reads and compiles a submission. */
final class Preparation {

    private final Suite suite;
    private final Compiler compiler;

    Preparation(Suite suite) {
        this.suite = suite;
        compiler = new Compiler(suite.givenClasses(), List.of());
    }

    Prepared prepare(Job job) {
        List<SourceFile> sources = read(job);
        Compilation compilation = compiler.compile(sources);
        if (!compilation.succeeded()) {
            return new Prepared(
                    "sha256:0",
                    Verdict.COMPILE_ERROR,
                    "It does not compile.",
                    compilation.errors().stream().map(Object::toString).toList(),
                    List.of());
        }
        List<ClassFile> classes = new ArrayList<>(suite.given());
        compilation.classes().forEach((name, content) -> classes.add(new ClassFile(name, content, true)));
        return new Prepared("sha256:0", null, null, List.of(), classes);
    }

    private List<SourceFile> read(Job job) {
        List<SourceFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String source : job.source()) {
            try (Stream<Path> paths = Files.walk(Path.of(source))) {
                for (Path path :
                        paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                    String name = path.getFileName().toString();
                    if (names.add(name) && suite.lab().isDeliverable(name)) {
                        files.add(new SourceFile(path.toString(), Files.readString(path, StandardCharsets.UTF_8)));
                    }
                }
            } catch (IOException e) {
                throw new GraderFault("x", e);
            }
        }
        return files;
    }
}
