package portzero.bench.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.SourceFile;
import portzero.grader.suite.Suite;

/** Compiles each submission by the grader's own compiler, which is kept. A comment makes each source new. */
final class WarmCompile implements Floor.Pass {
    private final Compiler compiler;
    private final List<Path> submissions;
    private int compiled;

    WarmCompile(Suite suite, List<Path> submissions) {
        compiler = new Compiler(suite.givenClasses(), List.of());
        this.submissions = submissions;
    }

    @Override
    public void run() throws IOException {
        for (var submission : submissions) {
            var result = compiler.compile(sources(submission));
            if (!result.succeeded()) {
                throw new IllegalStateException(submission + " does not compile: " + result.errors());
            }
        }
    }

    private List<SourceFile> sources(Path folder) throws IOException {
        var sources = new ArrayList<SourceFile>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                sources.add(new SourceFile(
                        file.getFileName().toString(), Files.readString(file) + "// " + ++compiled + "\n"));
            }
        }
        return sources;
    }
}
