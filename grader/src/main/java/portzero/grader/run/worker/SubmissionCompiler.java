package portzero.grader.run.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import portzero.grader.compile.Compilation;
import portzero.grader.compile.Compiler;
import portzero.grader.compile.NullnessAnnotations;
import portzero.grader.limits.Limits;
import portzero.grader.result.Verdict;
import portzero.grader.run.protocol.GraderException;
import portzero.grader.run.protocol.Job;
import portzero.grader.run.protocol.Optimisation;
import portzero.grader.run.protocol.SubmissionPaths;
import portzero.grader.submission.LabFiles;
import portzero.grader.submission.RejectedException;
import portzero.grader.submission.SelectedFiles;
import portzero.grader.submission.SubmissionReader;
import portzero.grader.submission.SubmittedEntry;
import portzero.grader.submission.SubmittedFiles;
import portzero.grader.suite.Suite;
import portzero.testkit.subject.ClassFile;

/** Reads and compiles submissions to one lab. Keeps its compiler warm. Not thread-safe. */
final class SubmissionCompiler {

    private final Suite suite;
    private final Limits limits;
    private final Compiler compiler;
    private final LabFiles files;

    SubmissionCompiler(Suite suite, Limits limits, Set<Optimisation> without) {
        this(suite, limits, new Compiler(visible(suite), List.of(), !without.contains(Optimisation.INLINE_CONCAT)));
    }

    /** For files that lie where their author works: a public class must be in the file that is named after it. */
    static SubmissionCompiler strict(Suite suite, Limits limits) {
        return new SubmissionCompiler(suite, limits, Compiler.strict(visible(suite)));
    }

    private SubmissionCompiler(Suite suite, Limits limits, Compiler compiler) {
        this.suite = suite;
        this.limits = limits;
        this.compiler = compiler;
        files = new LabFiles(
                suite.lab().id(),
                suite.lab().packageName(),
                suite.lab().deliverables(),
                suite.given().stream()
                        .map(ClassFile::name)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .toList());
    }

    /** What a submission is compiled against, beside the JDK. */
    private static Map<String, byte[]> visible(Suite suite) {
        Map<String, byte[]> visible = new HashMap<>(suite.givenClasses());
        visible.putAll(NullnessAnnotations.classes());
        return visible;
    }

    /** Reads and compiles. A fault of the submission is part of the answer. */
    CompiledSubmission prepare(Job job) {
        try {
            return compiled(job, read(job));
        } catch (RejectedException rejected) {
            return refused("", Verdict.REJECTED, rejected.getMessage(), job.notes());
        } catch (IOException failed) {
            throw new GraderException("cannot read " + job.layers() + ": " + failed.getMessage(), failed);
        }
    }

    private CompiledSubmission compiled(Job job, SubmittedFiles submitted) {
        String digest = submitted.digest();
        List<String> notes = new ArrayList<>(job.notes());
        try {
            SelectedFiles selection = files.select(submitted);
            notes.addAll(selection.notes());
            Compilation compilation = compiler.compile(selection.sources(), job.release());
            if (compilation.succeeded()) {
                return new CompiledSubmission(digest, null, null, notes, List.of(), classes(compilation));
            }
            compilation.errors().forEach(error -> notes.add(error.toString()));
            return new CompiledSubmission(
                    digest,
                    Verdict.COMPILE_ERROR,
                    reason(compilation, job.release()),
                    notes,
                    compilation.errors(),
                    List.of());
        } catch (RejectedException rejected) {
            notes.addAll(submitted.ignored());
            return refused(digest, Verdict.REJECTED, rejected.getMessage(), notes);
        }
    }

    private static String reason(Compilation compilation, int release) {
        int errors = compilation.errors().size();
        return "It does not compile for Java " + release + ": " + (errors == 1 ? "1 error" : errors + " errors")
                + ", the first at "
                + compilation.errors().get(0).toString().lines().findFirst().orElse("") + ".";
    }

    private static CompiledSubmission refused(String digest, Verdict verdict, String reason, List<String> notes) {
        return new CompiledSubmission(digest, verdict, reason, notes, List.of(), List.of());
    }

    private List<ClassFile> classes(Compilation compilation) {
        List<ClassFile> classes = new ArrayList<>(suite.given());
        compilation.classes().forEach((name, content) -> classes.add(new ClassFile(name, content, true)));
        return classes;
    }

    /** The files that would be graded of these. */
    SelectedFiles select(SubmittedFiles submitted) throws RejectedException {
        return files.select(submitted);
    }

    /** The source files of the lab that were handed in. */
    SubmittedFiles read(Job job) throws IOException, RejectedException {
        SubmittedFiles all = read(job.layers().get(0));
        for (Job.Layer below : job.layers().subList(1, job.layers().size())) {
            all = all.over(read(below));
        }
        SubmittedFiles ofCheckout = all.ofCheckout(suite.lab().id());
        return ofCheckout.isEmpty() ? all : ofCheckout;
    }

    private SubmittedFiles read(Job.Layer layer) throws IOException, RejectedException {
        List<SubmittedEntry> entries =
                layer.entries().stream().map(SubmissionCompiler::entry).toList();
        return SubmissionReader.read(entries, limits);
    }

    private static SubmittedEntry entry(Job.Entry entry) {
        Path source = SubmissionPaths.path(entry.source());
        return entry.name() == null ? SubmittedEntry.of(source) : new SubmittedEntry(source, entry.name());
    }
}
