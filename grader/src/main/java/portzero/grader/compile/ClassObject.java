package portzero.grader.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory: one that javac reads, or one that it has yet to write. */
final class ClassObject extends SimpleJavaFileObject {
    private final String binaryName;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ClassObject(String binaryName) {
        super(URI.create("memory:///" + Integer.toHexString(binaryName.hashCode()) + ".class"), Kind.CLASS);
        this.binaryName = binaryName;
    }

    ClassObject(String binaryName, byte[] content) {
        this(binaryName);
        bytes.writeBytes(content);
    }

    String binaryName() {
        return binaryName;
    }

    byte[] content() {
        return bytes.toByteArray();
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public OutputStream openOutputStream() {
        bytes.reset();
        return bytes;
    }
}
