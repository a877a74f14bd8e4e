package portzero.grader.sandbox;

import java.util.ArrayList;
import java.util.List;
import portzero.grader.limits.Limits;

/**
 * Another user and resource limits, in a container that isolates files and network already.
 *
 * <p>Weaker than {@link Bubblewrap}: subjects of several workers share one network, and one budget of
 * processes, since they are one user to the kernel.
 */
final class UserSandbox implements Sandbox {
    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public List<String> worker(List<String> command) {
        return List.copyOf(command);
    }

    @Override
    public List<String> subject(SubjectSpec spec) {
        var java = spec.javaHome().resolve("bin").resolve("java").toString();
        var command = SubjectJvm.command(java, spec.hostJar().toString(), Nobody.JVM_ARGUMENTS, spec);
        return wrap(spec.limits(), command);
    }

    static List<String> wrap(Limits limits, List<String> command) {
        var wrapped = new ArrayList<>(Nobody.SETPRIV);
        wrapped.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--pdeathsig=KILL"));
        wrapped.addAll(List.of("env", "--ignore-environment", "--chdir=/tmp"));
        wrapped.addAll(SubjectJvm.ENVIRONMENT);
        wrapped.addAll(Prlimit.command("prlimit", limits, command));
        return List.copyOf(wrapped);
    }
}
