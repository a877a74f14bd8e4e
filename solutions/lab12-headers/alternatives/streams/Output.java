package portzero.headers;

import java.io.ByteArrayOutputStream;

/** Writes numbers of any width, after a look whether they fit. */
final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output number(String name, long value, int width) {
        Input.check(value >= 0 && value >> 8 * width == 0, name + " " + value + " does not fit");
        for (int shift = 8 * width - 8; shift >= 0; shift -= 8) {
            bytes.write((int) (value >> shift));
        }
        return this;
    }

    Output bytes(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Output bytes(String name, byte[] more, int length) {
        Input.check(more.length == length, name + " has " + more.length + " bytes");
        return bytes(more);
    }

    Output fillUp() {
        while (bytes.size() % 4 != 0) {
            bytes.write(0);
        }
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] done() {
        return bytes.toByteArray();
    }
}
