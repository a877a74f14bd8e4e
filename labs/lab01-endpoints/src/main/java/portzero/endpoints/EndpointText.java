package portzero.endpoints;

/** Your reader and writer of endpoints. What it has to do is said in {@link Notation}. */
public class EndpointText implements Notation {

    @Override
    public Endpoint parse(String text) {
        // TODO Task 1: Find the colon before the port; an IPv6 address has colons of its own.
        // TODO Task 1: Check the host, and take the brackets off an IPv6 address.
        // TODO Task 1: Check the port: only digits, and not more than 65535.
        // TODO Task 1: Throw an IllegalArgumentException that quotes the text if anything is wrong.
        throw new UnsupportedOperationException("write EndpointText.parse");
    }

    @Override
    public String print(Endpoint endpoint) {
        // TODO Task 1: Put brackets around a host that has a colon.
        throw new UnsupportedOperationException("write EndpointText.print");
    }
}
