/** The adversary: a link that loses, repeats, delays and damages datagrams by a schedule that can be replayed and shrunk. */
@NullMarked
package portzero.testkit.adversary;

import org.jspecify.annotations.NullMarked;
