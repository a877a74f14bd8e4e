package portzero.grader.run.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedKeyTest {

    @Test
    void a_submission_has_one_seed_in_a_run_and_another_in_another() {
        SeedKey key = SeedKey.random();
        String seed = key.seed("sha256:a", "sha256:b");
        assertThat(seed).matches("[0-9a-f]{32}").isEqualTo(key.seed("sha256:a", "sha256:b"));
        assertThat(key.seed("sha256:c", "sha256:b")).isNotEqualTo(seed);
        assertThat(key.seed("sha256:a", "sha256:c")).isNotEqualTo(seed);
        assertThat(SeedKey.random().seed("sha256:a", "sha256:b")).isNotEqualTo(seed);
        assertThat(key).asString().doesNotContain(key.hex());
    }
}
