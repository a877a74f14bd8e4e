package portzero.grader.limits;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One limit as a user wrote it.
 *
 * @param where {@code grader.toml:3} or {@code --limit}
 * @param key as written
 * @param value as written, without quotation marks
 */
record LimitAssignment(String where, String key, String value) {

    /** Reads {@code heap=128 MiB}. */
    static LimitAssignment parse(String where, String text) throws LimitsException {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new LimitsException(
                    where + ": \"" + text + "\" is not NAME=VALUE; write, for instance, \"heap=128 MiB\".");
        }
        return new LimitAssignment(
                where,
                text.substring(0, equals).strip(),
                text.substring(equals + 1).strip());
    }

    Limits applyTo(Limits limits) throws LimitsException {
        var setting = LimitSetting.named(key).orElse(null);
        if (setting == null) {
            throw unknown();
        }
        var parsed = setting.unit().parse(value);
        if (parsed.isEmpty()) {
            throw trouble(setting, "is not " + setting.unit().description() + "; give ");
        }
        if (parsed.getAsLong() < setting.least() || parsed.getAsLong() > setting.most()) {
            throw trouble(setting, "is out of range; give ");
        }
        return limits.with(setting, parsed.getAsLong());
    }

    private LimitsException trouble(LimitSetting setting, String why) {
        return new LimitsException(where + ": " + key + " = \"" + value + "\" " + why + setting.range()
                + " (the default is " + setting.format(setting.usual()) + ")" + setting.remedy() + ".");
    }

    private LimitsException unknown() {
        var meant = LimitSetting.like(key)
                .map(setting -> "; did you mean " + setting.key() + "?")
                .orElseGet(() -> "; the limits are "
                        + Stream.of(LimitSetting.values())
                                .map(LimitSetting::key)
                                .collect(Collectors.joining(", ")) + ".");
        return new LimitsException(where + ": there is no limit \"" + key + "\"" + meant);
    }
}
