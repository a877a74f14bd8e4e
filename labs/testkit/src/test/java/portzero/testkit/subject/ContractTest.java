package portzero.testkit.subject;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import portzero.testkit.fixture.Oracle;
import portzero.testkit.fixture.Wizard;

class ContractTest {

    interface Wide {
        void take(Socket socket);

        Map<String, String> give();

        List<? extends Number> some();
    }

    @Test
    void plain_contract_passes() {
        assertThatCode(() -> Contract.check(Oracle.class)).doesNotThrowAnyException();
    }

    @Test
    void class_is_no_contract() {
        assertThatThrownBy(() -> Contract.check(Wizard.class)).hasMessageContaining("Wizard must be an interface");
    }

    @Test
    void every_fault_names_method_and_type() {
        assertThatThrownBy(() -> Contract.check(Wide.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take takes java.net.Socket (java.net.Socket is not plain data)")
                .hasMessageContaining("give returns java.util.Map<")
                .hasMessageContaining("some returns java.util.List<? extends java.lang.Number>");
    }
}
