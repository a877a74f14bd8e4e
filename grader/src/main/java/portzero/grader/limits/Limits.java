package portzero.grader.limits;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A value for every {@link LimitSetting}. Immutable. */
public final class Limits {
    /** What holds where nothing else is said. */
    public static final Limits DEFAULT = new Limits(Map.of());

    private final Map<LimitSetting, Long> values = new EnumMap<>(LimitSetting.class);

    private Limits(Map<LimitSetting, Long> changed) {
        for (var setting : LimitSetting.values()) {
            values.put(setting, changed.getOrDefault(setting, setting.usual()));
        }
    }

    /** The value, in bytes, seconds or however many. */
    public long of(LimitSetting setting) {
        return values.getOrDefault(setting, setting.usual());
    }

    /** The value of a setting whose largest is an {@code int}. */
    public int count(LimitSetting setting) {
        return Math.toIntExact(of(setting));
    }

    /** The value as it is written: {@code 64 MiB}. */
    public String text(LimitSetting setting) {
        return setting.format(of(setting));
    }

    /**
     * These limits with another value for one.
     *
     * @throws IllegalArgumentException if the value is out of range
     */
    public Limits with(LimitSetting setting, long value) {
        if (value < setting.least() || value > setting.most()) {
            throw new IllegalArgumentException(
                    setting.key() + " must be " + setting.range() + " but was " + setting.format(value));
        }
        var changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new Limits(changed);
    }

    /**
     * These limits with one more, as a user writes it: {@code heap=128 MiB}.
     *
     * @param where begins the message if it cannot be used
     * @throws LimitsException if there is no such limit, or the value makes no sense
     */
    public Limits with(String where, String assignment) throws LimitsException {
        return LimitAssignment.parse(where, assignment).applyTo(this);
    }

    /** All values by key, in the order of the list; {@link #of(Map)} takes them back. */
    public Map<String, Long> byKey() {
        var byKey = new LinkedHashMap<String, Long>();
        values.forEach((setting, value) -> byKey.put(setting.key(), value));
        return Collections.unmodifiableMap(byKey);
    }

    /** Limits with these values; unknown keys are passed over, and what is missing has its default. */
    public static Limits of(Map<String, Long> byKey) {
        var changed = new EnumMap<LimitSetting, Long>(LimitSetting.class);
        byKey.forEach((key, value) -> {
            if (value != null) { // a file may say so
                LimitSetting.named(key).ifPresent(setting -> changed.put(setting, value));
            }
        });
        return new Limits(changed);
    }

    /** What differs from the default: {@code heap 128 MiB, cpu 60 s}; empty if nothing does. */
    public String changes() {
        return Arrays.stream(LimitSetting.values())
                .filter(setting -> of(setting) != setting.usual())
                .map(setting -> setting.key() + " " + text(setting))
                .collect(Collectors.joining(", "));
    }

    /** What differs from others: {@code heap 64 MiB there and 128 MiB here}; empty if nothing does. */
    public String differences(Limits there) {
        return Arrays.stream(LimitSetting.values())
                .filter(setting -> of(setting) != there.of(setting))
                .map(setting -> setting.key() + " " + there.text(setting) + " there and " + text(setting) + " here")
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && values.equals(limits.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "limits with " + (changes().isEmpty() ? "their defaults" : changes());
    }
}
