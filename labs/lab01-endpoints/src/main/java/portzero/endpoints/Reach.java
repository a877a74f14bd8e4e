package portzero.endpoints;

/** Who is to reach a server. */
public enum Reach {
    /** Programs on this machine only, by its loopback address 127.0.0.1. */
    THIS_MACHINE,
    /** Everyone who can reach this machine, by any of its addresses, loopback included. */
    EVERYONE
}
