package portzero.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservedPackagesTest {
    @ParameterizedTest
    @CsvSource({
        "java.lang, java",
        "javax.net, javax",
        "com.sun.net.httpserver, com.sun",
        "org.junit, org.junit",
        "org.junit.jupiter.api, org.junit",
        "portzero.testkit.wire, portzero.testkit",
        "portzero.grader, portzero.grader"
    })
    void a_reserved_package_is_found(String name, String root) {
        assertThat(ReservedPackages.holding(name)).contains(root);
    }

    @Test
    void others_are_free() {
        assertThat(ReservedPackages.holding("portzero.echo")).isEmpty();
        assertThat(ReservedPackages.holding("javanese")).isEmpty();
        assertThat(ReservedPackages.holding("")).isEmpty();
    }
}
