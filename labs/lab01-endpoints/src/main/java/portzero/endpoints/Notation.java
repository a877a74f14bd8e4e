package portzero.endpoints;

/** Endpoints as text: {@code host:port}, and {@code [address]:port} for IPv6. */
public interface Notation {

    /**
     * Reads an endpoint from text: a host, a colon, a port.
     *
     * <ul>
     *   <li>The host is a name or an IPv4 address: at least one character, and no colon or bracket among them. Or it
     *       is an IPv6 address in square brackets: at least one colon, and no bracket among its characters. The brackets are not part of the
     *       host: {@code [::1]:80} has the host {@code ::1}.
     *   <li>The port is one to five of the digits 0 to 9, and its value is 0 to 65535. There is no sign, no space, and no
     *       line end behind it. Zeros in front are digits like others: {@code 00080} is port 80. Port 0 is right: in a
     *       bind it asks for any free port.
     * </ul>
     *
     * <p>Nothing is looked up, and nothing is changed: any other character of a host, be it a capital or a space, is taken
     * as it is. Whether a host of that name exists, or could exist, is not asked here, nor whether what is between the
     * brackets is otherwise a sound IPv6 address.
     *
     * @param text what somebody wrote, perhaps wrongly; never null
     * @throws IllegalArgumentException if the text is anything else. Its message quotes the whole text, for whoever
     *     wrote it has to find the mistake
     */
    Endpoint parse(String text);

    /**
     * Writes an endpoint in the form that {@link #parse} reads.
     *
     * @param endpoint a host as {@link #parse} returns it, and a port of 0 to 65535
     * @return {@code host:port}, the host as it is, with brackets around it if, and only if, it has a colon
     */
    String print(Endpoint endpoint);
}
