package portzero.headers;

/**
 * What an IPv4 header says of fragments.
 *
 * @param dontFragment no router may cut the packet
 * @param moreFragments this is a fragment, and others come behind it
 * @param offset where the payload belongs in that of the whole packet, in bytes: a multiple of 8, 0 to 65,528. In the header it
 *     is counted in units of 8 bytes
 */
public record Fragmentation(boolean dontFragment, boolean moreFragments, int offset) {}
