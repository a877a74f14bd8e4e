/** Waiting: deadlines, calls that are under way, and when it is no use to wait any longer. */
@NullMarked
package portzero.testkit.await;

import org.jspecify.annotations.NullMarked;
