package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The switches by which Linux systems forbid user namespaces to ordinary users.
 *
 * @param remedy the command that lifts the one in force here, if one is
 */
record KernelSettings(Optional<String> remedy) {
    static KernelSettings read() {
        if (is("kernel/unprivileged_userns_clone", "0")) {
            return new KernelSettings(Optional.of("sysctl kernel.unprivileged_userns_clone=1"));
        }
        if (is("user/max_user_namespaces", "0")) {
            return new KernelSettings(Optional.of("sysctl user.max_user_namespaces=10000"));
        }
        if (is("kernel/apparmor_restrict_unprivileged_userns", "1")) {
            return new KernelSettings(Optional.of("sysctl kernel.apparmor_restrict_unprivileged_userns=0"));
        }
        return new KernelSettings(Optional.empty());
    }

    private static boolean is(String setting, String value) {
        try {
            return Files.readString(Path.of("/proc/sys", setting)).strip().equals(value);
        } catch (IOException notThisKernel) {
            return false;
        }
    }
}
