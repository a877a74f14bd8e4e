/**
 * Lab 11: a server and a client on a Unix-domain socket, which is named by a path in the file system.
 *
 * <p>{@link portzero.unix.Client} and {@link portzero.unix.Server} are given: they say what is asked for.
 * {@link portzero.unix.UnixClient} and {@link portzero.unix.UnixServer} are yours to write.
 */
@NullMarked
package portzero.unix;

import org.jspecify.annotations.NullMarked;
