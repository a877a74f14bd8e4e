package portzero.snippets.raw;

/** A byte in Java has a sign, and a field of a header has none. */
final class SignedBytes {
    public static void main(String[] args) {
        // snippet: signed
        byte[] address = {(byte) 192, 0, 2, 1};
        System.out.println(address[0]);
        System.out.println(address[0] & 0xff);

        byte[] port = {(byte) 0x9d, 0x6f}; // 40303
        System.out.println(port[0] << 8 | port[1]);
        System.out.println((port[0] & 0xff) << 8 | (port[1] & 0xff));

        int sequence = 0xfffffffe; // four bytes of a TCP header
        System.out.println(sequence);
        System.out.println(sequence & 0xffffffffL);
        // end
    }
}
