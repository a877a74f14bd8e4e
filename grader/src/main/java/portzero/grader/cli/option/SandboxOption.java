package portzero.grader.cli.option;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxKind;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.SharedTempDir;

/** The option {@code --sandbox}. */
public final class SandboxOption {

    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            converter = Converter.class,
            description = "Where submissions run: bubblewrap (the default; Linux), user (another user, in a container"
                    + " without network), none (code that you trust).")
    private @Nullable SandboxKind kind;

    /** The sandbox that was asked for, tried. */
    public Sandbox required(SharedTempDir shared) throws SandboxUnavailableException {
        return kind == null ? Sandboxes.detect(javaHome(), shared) : Sandboxes.of(kind, javaHome(), shared);
    }

    /** The sandbox that was asked for, or for our own code whatever there is. */
    public Sandbox orNone(SharedTempDir shared) throws SandboxUnavailableException {
        if (kind != null) {
            return required(shared);
        }
        try {
            return Sandboxes.detect(javaHome(), shared);
        } catch (SandboxUnavailableException missing) {
            return Sandboxes.of(SandboxKind.NONE, javaHome(), shared);
        }
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Takes the names that users know. */
    static final class Converter implements ITypeConverter<SandboxKind> {
        @Override
        public SandboxKind convert(String value) {
            return SandboxKind.named(value)
                    .orElseThrow(() -> new TypeConversionException("there is no sandbox " + value + "; choose "
                            + Arrays.stream(SandboxKind.values())
                                    .map(SandboxKind::cliName)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
