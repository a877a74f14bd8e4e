package portzero.snippets.raw;

/** Three bytes are a word and half a word. Which half? */
final class OddByte {
    public static void main(String[] args) {
        // snippet: odd
        int[] odd = {0x6f, 0x64, 0x64}; // "odd"
        var right = (odd[0] << 8 | odd[1]) + (odd[2] << 8);
        var wrong = (odd[0] << 8 | odd[1]) + odd[2];
        System.out.printf("6f64 + 6400 = %x%n", right);
        System.out.printf("6f64 + 0064 = %x, which is something else%n", wrong);
        // end
    }
}
