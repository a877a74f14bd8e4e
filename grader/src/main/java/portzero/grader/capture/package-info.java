/** Packet captures: what the sockets of tests did, as packets for Wireshark. */
@NullMarked
package portzero.grader.capture;

import org.jspecify.annotations.NullMarked;
