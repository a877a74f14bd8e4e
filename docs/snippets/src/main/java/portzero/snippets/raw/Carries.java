package portzero.snippets.raw;

/** Adding up three words, and what is carried out of them. */
final class Carries {
    public static void main(String[] args) {
        // snippet: carries
        var sum = 0xffff + 0xffff + 0x0001;
        System.out.printf("the sum           %x%n", sum);
        sum = (sum & 0xffff) + (sum >>> 16);
        System.out.printf("its carry added   %x%n", sum);
        sum = (sum & 0xffff) + (sum >>> 16);
        System.out.printf("and once more      %04x%n", sum);
        System.out.printf("the checksum       %04x%n", ~sum & 0xffff);
        // end
    }
}
