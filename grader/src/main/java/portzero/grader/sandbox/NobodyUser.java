package portzero.grader.sandbox;

import java.util.List;

/** The user that owns nothing. */
final class NobodyUser {
    static final String ID = "65534";

    /** Becomes that user; only root can. See setpriv(1). */
    static final List<String> SETPRIV = List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups");

    /** That user has no home; {@code /tmp} is the only folder it can write to. */
    static final List<String> JVM_ARGUMENTS = List.of("-Duser.home=/tmp", "-XX:ErrorFile=/tmp/hs_err.log");

    private NobodyUser() {}
}
