package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartFailureDiagnosisTest {
    private static final KernelSettings OPEN = new KernelSettings(Optional.empty());
    private static final KernelSettings SHUT = new KernelSettings(Optional.of("sysctl a.b=1"));

    @Test
    void an_old_bwrap_is_named() {
        assertThat(StartFailureDiagnosis.of(new CommandResult(1, "bwrap: Unknown option --disable-userns"), OPEN))
                .isEqualTo("bwrap is too old: bubblewrap 0.8.0 or later is needed; install a newer one.");
    }

    @Test
    void a_kernel_that_forbids_namespaces_gets_its_switch_named() {
        assertThat(StartFailureDiagnosis.of(
                        new CommandResult(1, "bwrap: No permissions to create new namespace"), SHUT))
                .isEqualTo("This kernel forbids user namespaces to ordinary users: as root, run sysctl a.b=1.");
    }

    @Test
    void a_container_is_pointed_to_the_weaker_kind() {
        assertThat(StartFailureDiagnosis.of(
                        new CommandResult(1, "bwrap: setting up uid map: Permission denied\n"), OPEN))
                .contains("bwrap: setting up uid map: Permission denied")
                .contains("--sandbox user");
    }

    @Test
    void a_jdk_in_a_closed_folder_is_named() {
        assertThat(StartFailureDiagnosis.of(
                        new CommandResult(1, "bwrap: Can't find source path /root/jdk: Permission denied"), OPEN))
                .contains("/root/jdk")
                .contains("a JDK that every user can read");
    }

    @Test
    void anything_else_is_quoted() {
        assertThat(StartFailureDiagnosis.of(new CommandResult(7, ""), OPEN)).contains("exit 7: no message");
    }
}
