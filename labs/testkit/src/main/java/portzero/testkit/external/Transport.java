package portzero.testkit.external;

/** What a server is spoken to over. */
public enum Transport {
    TCP,
    UDP
}
