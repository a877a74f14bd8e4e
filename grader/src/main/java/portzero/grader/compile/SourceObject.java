package portzero.grader.compile;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file as javac reads it.
 *
 * <p>A public class may be in a file of any name, unless one is strict: learning platforms rename what is handed in
 * twice, to {@code EchoServer-1.java}.
 */
final class SourceObject extends SimpleJavaFileObject {
    private final SourceFile source;
    private final boolean strictName;

    SourceObject(SourceFile source, boolean strictName) {
        super(uri(source), Kind.SOURCE);
        this.source = source;
        this.strictName = strictName;
    }

    private static URI uri(SourceFile source) {
        try {
            return new URI("submission", null, "/" + source.path(), null);
        } catch (URISyntaxException e) {
            return URI.create("submission:/Unnameable.java");
        }
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && (!strictName || source.name().equals(simpleName + kind.extension));
    }

    SourceFile source() {
        return source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
    }
}
