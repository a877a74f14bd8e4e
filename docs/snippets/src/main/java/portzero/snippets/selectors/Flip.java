package portzero.snippets.selectors;

import java.nio.ByteBuffer;

/** A buffer is either being filled or being emptied, and does not know which. */
final class Flip {
    public static void main(String[] args) {
        // snippet: flip
        var buffer = ByteBuffer.allocate(8);
        print("new", buffer);
        buffer.putInt(42); // as a read would
        print("filled", buffer);
        print("flipped", buffer.flip());
        System.out.println("taken out: " + buffer.getInt());
        print("cleared", buffer.clear());
        // end

        // snippet: forgotten
        buffer.putInt(42);
        System.out.println("without flip: " + buffer.getInt());
        // end
    }

    private static void print(String when, ByteBuffer buffer) {
        System.out.println(when + ": position " + buffer.position() + ", limit " + buffer.limit() + ", remaining "
                + buffer.remaining());
    }
}
