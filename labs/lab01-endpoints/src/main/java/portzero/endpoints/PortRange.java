package portzero.endpoints;

/** The three ranges of port numbers (RFC 6335, section 6). Where each begins is for you to know. */
public enum PortRange {
    /** System ports, also called well-known: for services that everyone must be able to find. */
    SYSTEM,
    /** User ports, also called registered: can be registered for a service, and anybody may use them. */
    USER,
    /** Dynamic ports, also called private: never registered, for whoever needs a port for a while. */
    DYNAMIC
}
