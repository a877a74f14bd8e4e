package portzero.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The switches by which Linux systems forbid user namespaces to ordinary users.
 *
 * @param remedy the commands that lift the one in force here, if one is
 */
record KernelSettings(Optional<String> remedy) {
    private static final Path PROC_SYS = Path.of("/proc/sys");

    /** Debian 10 and earlier, and kernels hardened likewise. */
    private static final String CLONE = "kernel/unprivileged_userns_clone";

    /** RHEL 7, and systems hardened by the rules of their owners. */
    private static final String MOST = "user/max_user_namespaces";

    /** Ubuntu from 23.10 on: programs with a profile of their own may. */
    private static final String APPARMOR = "kernel/apparmor_restrict_unprivileged_userns";

    private static final String PROFILE = "printf 'abi <abi/4.0>,\\nprofile bwrap /usr/bin/bwrap flags=(unconfined)"
            + " { userns, }\\n' > /etc/apparmor.d/bwrap && apparmor_parser -r /etc/apparmor.d/bwrap";

    static KernelSettings read() {
        return read(PROC_SYS);
    }

    /** @param settings stands for /proc/sys */
    static KernelSettings read(Path settings) {
        if (is(settings.resolve(CLONE), "0")) {
            return sysctl("kernel.unprivileged_userns_clone=1");
        }
        if (is(settings.resolve(MOST), "0")) {
            return sysctl("user.max_user_namespaces=10000");
        }
        return new KernelSettings(is(settings.resolve(APPARMOR), "1") ? Optional.of(PROFILE) : Optional.empty());
    }

    /** For now, and for the next start of the machine. */
    private static KernelSettings sysctl(String setting) {
        return new KernelSettings(Optional.of(
                "echo " + setting + " > /etc/sysctl.d/90-portzero.conf && sysctl -p /etc/sysctl.d/90-portzero.conf"));
    }

    private static boolean is(Path setting, String value) {
        try {
            return Files.readString(setting).strip().equals(value);
        } catch (IOException notThisKernel) {
            return false;
        }
    }
}
