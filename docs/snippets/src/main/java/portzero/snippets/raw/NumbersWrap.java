package portzero.snippets.raw;

/** Behind the highest sequence number comes 0. */
final class NumbersWrap {
    public static void main(String[] args) {
        // snippet: wrap
        var first = 4_294_967_293L; // of the SYN
        var later = 5L; // of a segment eight numbers further
        System.out.println(later - first);
        System.out.println((later - first) & 0xffffffffL);
        // end
    }
}
