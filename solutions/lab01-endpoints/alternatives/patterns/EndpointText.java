package portzero.endpoints;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads endpoints with one regular expression, which says what the contract says. */
public class EndpointText implements Notation {

    private static final Pattern ENDPOINT =
            Pattern.compile("(?:\\[(?<ipv6>[^\\[\\]]*:[^\\[\\]]*)]|(?<name>[^:\\[\\]]+)):(?<port>[0-9]{1,5})");

    @Override
    public Endpoint parse(String text) {
        Matcher matcher = ENDPOINT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > Character.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Expected host:port or [IPv6 address]:port with a port of 0 to 65535, but got " + text);
        }
        String ipv6 = matcher.group("ipv6");
        return new Endpoint(ipv6 == null ? matcher.group("name") : ipv6, Integer.parseInt(matcher.group("port")));
    }

    @Override
    public String print(Endpoint endpoint) {
        StringBuilder text = new StringBuilder(endpoint.host());
        if (text.indexOf(":") >= 0) {
            text.insert(0, '[').append(']');
        }
        return text.append(':').append(endpoint.port()).toString();
    }
}
