package portzero.grader.vet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a lab's mistakes are graded: every {@code of}-th, beginning with the one at {@code part}.
 *
 * @param part from 1 to {@code of}; 0 for none
 * @param of from 1 to 99
 */
public record MistakeShare(int part, int of) {

    /** All of them; only then can a test be said to be failed by no mistake. */
    public static final MistakeShare ALL = new MistakeShare(1, 1);

    private static final MistakeShare NONE = new MistakeShare(0, 1);
    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]?)/([1-9][0-9]?)");

    /**
     * Reads {@code all}, {@code none} or {@code 1/4}.
     *
     * @throws IllegalArgumentException for anything else; the message says what is expected
     */
    public static MistakeShare parse(String words) {
        Matcher fraction = FRACTION.matcher(words);
        if (words.equals("all")) {
            return ALL;
        }
        if (words.equals("none")) {
            return NONE;
        }
        if (!fraction.matches() || Integer.parseInt(fraction.group(1)) > Integer.parseInt(fraction.group(2))) {
            throw new IllegalArgumentException(
                    "must be all, none or a share such as 1/4 (the first of every four) but was \"" + words + "\"");
        }
        return new MistakeShare(Integer.parseInt(fraction.group(1)), Integer.parseInt(fraction.group(2)));
    }

    /** The programs without the mistakes that are not in this share. */
    List<VettedProgram> of(List<VettedProgram> specimens) {
        List<VettedProgram> chosen = new ArrayList<>();
        int mistakes = 0;
        for (VettedProgram program : specimens) {
            if (program.kind() != VettedProgram.Kind.MISTAKE) {
                chosen.add(program);
            } else if (part > 0 && mistakes++ % of == part - 1) {
                chosen.add(program);
            }
        }
        return chosen;
    }
}
