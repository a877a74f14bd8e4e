package portzero.grader.cli.option;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import portzero.grader.course.CourseException;

/** An address as it is given to an option: {@code HOST:PORT}. */
public final class HostPort {

    private static final int MAX_PORT = 65_535;

    private HostPort() {}

    /**
     * Reads it.
     *
     * @param option what it was given to, {@code --connect}
     * @throws CourseException if it is none, or the host is not known
     */
    public static InetSocketAddress of(String option, String text) throws CourseException {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
        String port = text.substring(colon + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > MAX_PORT) {
            throw new CourseException(option + " must be HOST:PORT, such as 127.0.0.1:7000, but was " + text + ".");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
        } catch (UnknownHostException unknown) {
            throw new CourseException("The host " + host + " is not known; give an address, such as 127.0.0.1.");
        }
    }
}
