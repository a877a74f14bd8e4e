/** What a test did, step by step, and how a failure is explained with it. */
@NullMarked
package portzero.testkit.trace;

import org.jspecify.annotations.NullMarked;
