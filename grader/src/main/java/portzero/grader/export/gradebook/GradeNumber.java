package portzero.grader.export.gradebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Points as gradebooks write them. */
final class GradeNumber {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}([.,][0-9]{1,10})?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9]{1,12},[0-9]{1,10}");

    /** Canvas and Moodle keep no more. */
    private static final int DECIMALS = 2;

    private GradeNumber() {}

    static OptionalDouble parse(String text) {
        String plain = text.strip();
        return NUMBER.matcher(plain).matches()
                ? OptionalDouble.of(Double.parseDouble(plain.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /** Whether the decimal mark is a comma, as in 8,5. */
    static boolean hasComma(String text) {
        return WITH_COMMA.matcher(text.strip()).matches();
    }

    /** The score as a share of another maximum, to two decimals; no needless zeros. */
    static String scaled(int score, int max, double newMax, boolean decimalComma) {
        BigDecimal points = max == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(score)
                        .multiply(BigDecimal.valueOf(newMax))
                        .divide(BigDecimal.valueOf(max), DECIMALS, RoundingMode.HALF_UP);
        String text = points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
        return decimalComma ? text.replace('.', ',') : text;
    }
}
