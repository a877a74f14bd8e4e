/**
 * Lab 06: a server for many clients at a time, one thread each, with a limit and an end.
 *
 * <p>{@link portzero.threads.Server} is given: it says what is asked for. {@link portzero.threads.BoardServer} is yours
 * to write.
 */
@NullMarked
package portzero.threads;

import org.jspecify.annotations.NullMarked;
