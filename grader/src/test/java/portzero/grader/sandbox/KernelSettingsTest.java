package portzero.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSettingsTest {
    @TempDir
    private Path settings;

    @Test
    void a_switch_for_unprivileged_clones_is_named() throws IOException {
        set("kernel/unprivileged_userns_clone", "0");
        assertThat(KernelSettings.read(settings).remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy)
                        .contains("kernel.unprivileged_userns_clone=1 > /etc/sysctl.d/", "sysctl -p"));
    }

    @Test
    void a_limit_of_no_namespaces_is_named() throws IOException {
        set("kernel/unprivileged_userns_clone", "1");
        set("user/max_user_namespaces", "0");
        assertThat(KernelSettings.read(settings).remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("user.max_user_namespaces=10000"));
    }

    @Test
    void where_apparmor_restricts_namespaces_bwrap_gets_a_profile() throws IOException {
        set("user/max_user_namespaces", "96365");
        set("kernel/apparmor_restrict_unprivileged_userns", "1");
        assertThat(KernelSettings.read(settings).remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy)
                        .contains("profile bwrap /usr/bin/bwrap", "userns,", "apparmor_parser -r")
                        .contains("4.0>,\\nprofile"));
    }

    @Test
    void a_kernel_that_forbids_nothing_needs_no_remedy() throws IOException {
        set("user/max_user_namespaces", "96365");
        set("kernel/apparmor_restrict_unprivileged_userns", "0");
        assertThat(KernelSettings.read(settings).remedy()).isEmpty();
        assertThat(KernelSettings.read(settings.resolve("none")).remedy()).isEmpty();
    }

    private void set(String name, String value) throws IOException {
        var file = settings.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }
}
