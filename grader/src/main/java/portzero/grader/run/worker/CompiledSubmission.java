package portzero.grader.run.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import portzero.grader.compile.CompilerMessage;
import portzero.grader.result.Verdict;
import portzero.testkit.subject.ClassFile;

/**
 * A submission that was read and compiled, or the reason why it could not be.
 *
 * @param digest {@code sha256:} and the digest of what was handed in
 * @param refusal REJECTED or COMPILE_ERROR, or null if all is well
 * @param reason one sentence if refused
 * @param diagnostics what the student should know beside that
 * @param errors what the compiler found, if that is why
 * @param classes the compiled classes; empty if refused
 */
public record CompiledSubmission(
        String digest,
        @Nullable Verdict refusal,
        @Nullable String reason,
        List<String> diagnostics,
        List<CompilerMessage> errors,
        List<ClassFile> classes) {

    public CompiledSubmission {
        diagnostics = List.copyOf(diagnostics);
        errors = List.copyOf(errors);
        classes = List.copyOf(classes);
    }
}
