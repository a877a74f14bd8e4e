package portzero.grader.submission;

/** A source file as handed in. */
public final class SubmittedFile {
    private final String path;
    private final byte[] bytes;

    SubmittedFile(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Inside the submission, with {@code /} between folders; hostile wherever it is shown. */
    public String path() {
        return path;
    }

    /** The last part of the path, {@code EchoServer.java}; hostile wherever it is shown. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The content; nobody changes it. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return path + " (" + bytes.length + " bytes)";
    }
}
