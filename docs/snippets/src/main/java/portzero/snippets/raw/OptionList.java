package portzero.snippets.raw;

import java.util.HexFormat;

/** The options of a captured SYN, told one by one. */
final class OptionList {
    public static void main(String[] args) {
        // snippet: list
        var options = HexFormat.of().parseHex("020405b40402080acfafe340000000000103030a");
        System.out.println("at 0   kind " + options[0] + ", length " + options[1]);
        System.out.println("at 4   kind " + options[4] + ", length " + options[5]);
        System.out.println("at 6   kind " + options[6] + ", length " + options[7]);
        System.out.println("at 16  kind " + options[16] + ", alone");
        System.out.println("at 17  kind " + options[17] + ", length " + options[18] + ", data " + options[19]);
        // end
    }
}
