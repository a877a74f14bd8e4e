/**
 * Lab 04: every way to end a connection, for a client and for a server.
 *
 * <p>{@link portzero.shutdown.Client} and {@link portzero.shutdown.Server} are given: they say what is asked for.
 * {@link portzero.shutdown.TcpClient} and {@link portzero.shutdown.BookServer} are yours to write.
 */
@NullMarked
package portzero.shutdown;

import org.jspecify.annotations.NullMarked;
