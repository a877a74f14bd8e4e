package portzero.endpoints;

public class EndpointText implements Notation {

    @Override
    public Endpoint parse(String text) {
        String[] parts = text.split(":", -1);
        String host = parts[0];
        String port = parts[1];
        if (host.isEmpty() || !port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("not an endpoint: " + text);
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
