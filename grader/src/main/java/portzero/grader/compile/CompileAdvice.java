package portzero.grader.compile;

import java.util.Map;
import java.util.Optional;

/**
 * What the errors mean that beginners meet most, in plain words, by javac's own names for them (they are in no specification, but
 * have been the same from JDK 9 on; what is not listed has no explanation).
 */
public final class CompileAdvice {

    private static final String PREFIX = "compiler.err.";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(
                    "cant.resolve",
                    "Nothing of this name is known here. Look for a typing mistake, capital letters too; a variable is known"
                            + " only within the braces that it is declared in, and a class of another package needs an import."));

    private CompileAdvice() {}

    /** What an error means and what to do. */
    public static Optional<String> of(CompilerMessage error) {
        return Optional.ofNullable(ADVICE.get(error.key().replaceFirst("^" + PREFIX, "")));
    }
}
