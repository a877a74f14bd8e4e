package portzero.snippets.raw;

import java.nio.ByteBuffer;

/** What does not fit a field is cut off, and nobody says so. */
final class CastCuts {
    public static void main(String[] args) {
        // snippet: cast
        var header = ByteBuffer.allocate(3);
        header.putShort((short) 70_000).put((byte) 300);
        System.out.println("port " + (header.getShort(0) & 0xffff) + ", time to live " + (header.get(2) & 0xff));
        // end
    }
}
