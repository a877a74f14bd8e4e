package portzero.endpoints;

/** Reads and writes endpoints; the last colon is the one before the port. */
public class EndpointText implements Notation {

    private static final int HIGHEST_PORT = 65_535; // a port has 16 bits

    @Override
    public Endpoint parse(String text) {
        int colon = text.lastIndexOf(':'); // a port has no colon; an IPv6 address has several
        if (colon == -1) {
            throw wrong(text, "has no port; write host:port");
        }
        int port = port(text, colon + 1); // first: without a port it is not known where the host ends
        return new Endpoint(host(text, colon), port);
    }

    private static String host(String text, int end) {
        String front = text.substring(0, end);
        boolean bracketed = front.startsWith("[") && front.contains("]");
        String host = bracketed ? front.substring(1, front.indexOf(']')) : front;
        if (host.isEmpty()) {
            throw wrong(text, "has no host before its port");
        }
        if (host.contains("[") || host.contains("]")) {
            throw wrong(text, "has a bracket that is not one of a pair around the host");
        }
        if (bracketed != host.contains(":")) {
            throw wrong(text, "must have brackets around an IPv6 address, and around nothing else");
        }
        return host;
    }

    private static int port(String text, int start) {
        String digits = text.substring(start);
        if (!digits.matches("[0-9]{1,5}")) { // parseInt alone would take a sign, and the digits of other scripts
            throw wrong(text, "must end in a port of one to five digits");
        }
        int port = Integer.parseInt(digits);
        if (port > HIGHEST_PORT) {
            throw wrong(text, "has a port beyond " + HIGHEST_PORT);
        }
        return port;
    }

    private static IllegalArgumentException wrong(String text, String what) {
        return new IllegalArgumentException("\"" + text + "\" " + what);
    }

    @Override
    public String print(Endpoint endpoint) {
        String host = endpoint.host();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + endpoint.port();
    }
}
