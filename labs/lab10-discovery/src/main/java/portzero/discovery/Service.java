package portzero.discovery;

/**
 * A service that somebody may look for.
 *
 * @param type what kind of service it is, {@code printer}: 1 to 60 characters, each an ASCII letter, a digit or a hyphen
 * @param name what it is called, {@code hall-2}: as many characters, of the same kinds
 * @param port the port on which it is served, 1 to 65535
 */
public record Service(String type, String name, int port) {}
