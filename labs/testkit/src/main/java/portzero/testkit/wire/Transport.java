package portzero.testkit.wire;

/** What carries the bytes of a flow. */
public enum Transport {
    TCP,
    UDP
}
