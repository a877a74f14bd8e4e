/**
 * Lab 08: datagrams, first by themselves, then as questions and answers that may be lost.
 *
 * <p>{@link portzero.udp.Mailbox}, {@link portzero.udp.Server} and {@link portzero.udp.Client} are given: they say
 * what is asked for. {@link portzero.udp.UdpMailbox}, {@link portzero.udp.TicketServer} and
 * {@link portzero.udp.UdpClient} are yours to write.
 */
@NullMarked
package portzero.udp;

import org.jspecify.annotations.NullMarked;
