package portzero.snippets.tcp;

import java.io.ByteArrayInputStream;

/** Why read returns an int: there are 256 bytes, and the end is none of them. */
final class ByteOrEnd {
    public static void main(String[] args) {
        // snippet: values
        var in = new ByteArrayInputStream(new byte[] {(byte) 0xff});
        var value = in.read();
        var end = in.read();
        System.out.println("the byte ff reads as " + value + ", the end as " + end);
        System.out.println("cast to byte they are " + (byte) value + " and " + (byte) end);
        // end
    }
}
