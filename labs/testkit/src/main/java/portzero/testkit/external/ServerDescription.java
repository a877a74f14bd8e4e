package portzero.testkit.external;

import portzero.testkit.wire.Transport;

/**
 * How a program can stand for one of a lab's classes.
 *
 * @param name the simple name of the class, {@code EchoServer}, whose contract has {@code start} and {@code close}
 * @param transport what it is spoken to over
 */
public record ServerDescription(String name, Transport transport) {}
