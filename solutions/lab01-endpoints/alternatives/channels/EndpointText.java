package portzero.endpoints;

/** Reads endpoints character by character, from the left. */
public class EndpointText implements Notation {

    @Override
    public Endpoint parse(String text) {
        boolean bracketed = text.startsWith("[");
        int end = text.indexOf(bracketed ? ']' : ':');
        if (end < 0) {
            throw wrong(text, bracketed ? "there is no closing bracket" : "there is no port");
        }
        String host = text.substring(bracketed ? 1 : 0, end);
        int colon = bracketed ? end + 1 : end;
        if (colon >= text.length() || text.charAt(colon) != ':') {
            throw wrong(text, "there is no port after the bracket");
        }
        checkHost(text, host, bracketed);
        return new Endpoint(host, port(text, colon + 1));
    }

    private static void checkHost(String text, String host, boolean bracketed) {
        if (bracketed && !host.contains(":")) {
            throw wrong(text, "what is in brackets is no IPv6 address");
        }
        if (host.isEmpty() || host.contains("[") || host.contains("]")) {
            throw wrong(text, "there is no host");
        }
    }

    private static int port(String text, int start) {
        int port = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw wrong(text, "a port has only digits");
            }
            port = 10 * port + (c - '0');
            if (port > 0xffff) { // checked at each digit, or the number could overflow
                throw wrong(text, "the highest port is 65535");
            }
        }
        int digits = text.length() - start;
        if (digits < 1 || digits > 5) {
            throw wrong(text, "a port has one to five digits");
        }
        return port;
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("Not an endpoint: " + text + " (" + why + ")");
    }

    @Override
    public String print(Endpoint endpoint) {
        return String.format(endpoint.host().contains(":") ? "[%s]:%d" : "%s:%d", endpoint.host(), endpoint.port());
    }
}
