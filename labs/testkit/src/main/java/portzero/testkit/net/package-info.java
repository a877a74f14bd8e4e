/** The test's side of the network: peers, listeners, datagrams, and what goes wrong with them on purpose. */
@NullMarked
package portzero.testkit.net;

import org.jspecify.annotations.NullMarked;
