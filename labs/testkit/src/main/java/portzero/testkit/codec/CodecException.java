package portzero.testkit.codec;

import java.io.IOException;

/** Bytes that are not what the other end should have written, or a value that the pipe does not carry. */
public final class CodecException extends IOException {

    private static final long serialVersionUID = 1;

    public CodecException(String message) {
        super(message);
    }
}
