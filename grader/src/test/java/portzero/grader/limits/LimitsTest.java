package portzero.grader.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    @ParameterizedTest
    @EnumSource
    void a_default_lies_in_its_range_and_every_value_reads_back(LimitSetting setting) {
        assertThat(setting.usual()).isBetween(setting.least(), setting.most());
        for (long value : new long[] {setting.least(), setting.usual(), setting.most(), setting.least() + 1}) {
            assertThat(setting.unit().parse(setting.format(value))).hasValue(value);
        }
        assertThat(LimitSetting.named(setting.key())).contains(setting);
    }

    @Test
    void limits_survive_the_way_to_a_worker() {
        var limits = Limits.DEFAULT.with(LimitSetting.HEAP, 99L << 20).with(LimitSetting.RATIO, 7);
        assertThat(Limits.of(limits.byKey())).isEqualTo(limits).hasSameHashCodeAs(limits);
        assertThat(Limits.of(Map.of())).isEqualTo(Limits.DEFAULT).isNotEqualTo(limits);
        assertThat(Limits.of(Map.of("bandwidth", 7L))).isEqualTo(Limits.DEFAULT);
    }

    @Test
    void differences_are_told_with_both_values() {
        var here = Limits.DEFAULT.with(LimitSetting.HEAP, 128L << 20);
        assertThat(here.differences(Limits.DEFAULT)).isEqualTo("heap 64 MiB there and 128 MiB here");
        assertThat(here.differences(here)).isEmpty();
    }

    @Test
    void an_option_sets_one_limit() throws LimitsException {
        assertThat(Limits.DEFAULT.with("--limit", "heap = 128MiB").of(LimitSetting.HEAP))
                .isEqualTo(128L << 20);
        assertThat(Limits.DEFAULT.with("--limit", "cpu=2 min").text(LimitSetting.CPU))
                .isEqualTo("120 s");
        assertThatExceptionOfType(LimitsException.class)
                .isThrownBy(() -> Limits.DEFAULT.with("--limit", "heap"))
                .withMessage("--limit: \"heap\" is not NAME=VALUE; write, for instance, \"heap=128 MiB\".");
    }
}
