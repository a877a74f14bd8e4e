package portzero.grader.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import portzero.grader.sandbox.Kind;
import portzero.grader.sandbox.Sandbox;
import portzero.grader.sandbox.SandboxUnavailableException;
import portzero.grader.sandbox.Sandboxes;
import portzero.grader.sandbox.Stage;

/** The option {@code --sandbox}. */
final class SandboxOption {

    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            converter = Converter.class,
            description = "Where submissions run: bubblewrap (the default; Linux), user (another user, in a container"
                    + " without network), none (code that you trust).")
    private @Nullable Kind kind;

    /** The sandbox that was asked for, tried. */
    Sandbox required(Stage stage) throws SandboxUnavailableException {
        return kind == null ? Sandboxes.detect(javaHome(), stage) : Sandboxes.of(kind, javaHome(), stage);
    }

    /** The sandbox that was asked for, or for our own code whatever there is. */
    Sandbox orNone(Stage stage) throws SandboxUnavailableException {
        if (kind != null) {
            return required(stage);
        }
        try {
            return Sandboxes.detect(javaHome(), stage);
        } catch (SandboxUnavailableException missing) {
            return Sandboxes.of(Kind.NONE, javaHome(), stage);
        }
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Takes the names that users know. */
    static final class Converter implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String value) {
            return Kind.named(value)
                    .orElseThrow(() -> new TypeConversionException("there is no sandbox " + value + "; choose "
                            + Arrays.stream(Kind.values()).map(Kind::cliName).collect(Collectors.joining(", "))));
        }
    }
}
