package portzero.testkit.subject;

/** A compiled class for the subject's JVM. */
public final class ClassFile {

    private final String name;
    private final byte[] content;
    private final boolean written;

    /**
     * Makes a class file of bytes that the caller no longer changes.
     *
     * @param name the class's binary name
     * @param content the class file
     * @param written whether the student wrote it; false for contracts
     */
    public ClassFile(String name, byte[] content, boolean written) {
        this.name = name;
        this.content = content;
        this.written = written;
    }

    /** The class's binary name. */
    public String name() {
        return name;
    }

    /** Whether the student wrote it. */
    public boolean written() {
        return written;
    }

    /** The class file; nobody changes it. */
    public byte[] content() {
        return content;
    }
}
