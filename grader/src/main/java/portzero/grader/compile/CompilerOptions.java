package portzero.grader.compile;

import java.util.List;

/** How javac is called. */
final class CompilerOptions {
    /** Parsing needs no platform classes, and opening those of a release takes longer than parsing. */
    static final List<String> PARSE =
            List.of("-proc:none", "-Xlint:none", "-nowarn", "-source", Integer.toString(Compiler.RELEASE));

    /**
     * All debug information, so that stack traces have lines; parameters, as the labs' own build has.
     * The release costs 5 ms over {@code -source} on a warm compiler, and gives one language and one
     * library whatever JDK grades. A concatenation that is linked at run time costs the first one in a program ten
     * milliseconds; both mean the same (JLS 15.18.1).
     */
    static List<String> compile(int release, boolean inlineConcat) {
        return List.of(
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-nowarn",
                "-g",
                "-parameters",
                "--release",
                Integer.toString(release),
                "-XDstringConcat=" + (inlineConcat ? "inline" : "indyWithConstants"));
    }

    private CompilerOptions() {}
}
