package portzero.endpoints;

public class EndpointText implements Notation {

    @Override
    public Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no port in " + text);
        }
        String host = text.substring(0, colon);
        String port = text.substring(colon + 1);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
            if (!host.contains(":")) {
                throw new IllegalArgumentException("not an IPv6 address in " + text);
            }
        } else if (host.contains(":")) {
            throw new IllegalArgumentException("no brackets in " + text);
        }
        if (host.contains("[") || host.contains("]")) {
            throw new IllegalArgumentException("no host in " + text);
        }
        if (!port.matches("[0-9]+") || port.length() > 5) {
            throw new IllegalArgumentException("not a port in " + text);
        }
        int number = Integer.parseInt(port);
        if (number > 65535) {
            throw new IllegalArgumentException("port too large in " + text);
        }
        return new Endpoint(host, number);
    }

    @Override
    public String print(Endpoint endpoint) {
        if (endpoint.host().contains(":")) {
            return "[" + endpoint.host() + "]:" + endpoint.port();
        }
        return endpoint.host() + ":" + endpoint.port();
    }
}
