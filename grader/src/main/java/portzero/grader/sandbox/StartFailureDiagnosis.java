package portzero.grader.sandbox;

/** Says why a sandbox did not start, and what would help. */
final class StartFailureDiagnosis {
    private StartFailureDiagnosis() {}

    static String of(CommandResult probe, KernelSettings kernel) {
        var output = probe.output();
        if (output.contains("Unknown option")) {
            return "bwrap is too old: bubblewrap 0.8.0 or later is needed; install a newer one.";
        }
        if (output.contains("source path") || output.contains("failed to execute")) {
            return "The sandbox cannot read what it needs (" + probe.firstLine()
                    + "): use a JDK that every user can read, such as one under /usr/lib/jvm.";
        }
        if (output.contains("namespace")
                || output.contains("unshare")
                || output.contains("uid map")
                || output.contains("loopback")
                || output.contains("mount proc")) {
            return kernel.remedy().map(StartFailureDiagnosis::forbidden).orElseGet(() -> contained(probe));
        }
        return "The sandbox did not start (exit " + probe.exitCode() + ": " + probe.firstLine()
                + "): ./lab doctor lists what this machine has and lacks.";
    }

    private static String forbidden(String remedy) {
        return "This kernel forbids user namespaces to ordinary users: as root, run " + remedy + ".";
    }

    private static String contained(CommandResult probe) {
        return "This machine does not allow bwrap its namespaces (" + probe.firstLine()
                + "): in Docker, start the container with --security-opt seccomp=unconfined --security-opt"
                + " apparmor=unconfined --security-opt systempaths=unconfined, or without a network and grade with"
                + " --sandbox user; elsewhere allow user namespaces.";
    }
}
