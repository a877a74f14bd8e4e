/**
 * Lab 02: a TCP server that sends back what it is sent, and a client that asks it to.
 *
 * <p>{@link portzero.echo.Server} and {@link portzero.echo.Client} are given: they say what is asked for.
 * {@link portzero.echo.EchoServer} and {@link portzero.echo.EchoClient} are yours to write.
 */
@NullMarked
package portzero.echo;

import org.jspecify.annotations.NullMarked;
