/**
 * Lab 07: many clients and one thread, with non-blocking channels and a selector.
 *
 * <p>{@link portzero.selector.Server} is given: it says what is asked for. {@link portzero.selector.PieceServer} is
 * yours to write, together with whatever other classes of this package you want to have.
 */
@NullMarked
package portzero.selector;

import org.jspecify.annotations.NullMarked;
