/**
 * A student's own server to play with: what its clients and it send each other goes through this program, which draws it as it
 * passes.
 */
@NullMarked
package portzero.grader.relay;

import org.jspecify.annotations.NullMarked;
