/** What the sockets of a test did, kept as it happened, for those who want to see the packets. */
@NullMarked
package portzero.testkit.wire;

import org.jspecify.annotations.NullMarked;
