package portzero.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectHandlerTest {

    @Test
    void the_role_is_the_last_word_of_the_contracts_name() {
        assertThat(SubjectHandler.role("Server")).isEqualTo("server");
        assertThat(SubjectHandler.role("FrameClient")).isEqualTo("client");
        assertThat(SubjectHandler.role("UDPClient")).isEqualTo("client");
        assertThat(SubjectHandler.role("DNS")).isEqualTo("dns");
    }
}
