/**
 * Lab 10: one datagram to many, and how services are found by it.
 *
 * <p>{@link portzero.discovery.Member}, {@link portzero.discovery.Responder} and {@link portzero.discovery.Finder} are
 * given: they say what is asked for. {@link portzero.discovery.GroupMember},
 * {@link portzero.discovery.ServiceResponder} and {@link portzero.discovery.ServiceFinder} are yours to write.
 */
@NullMarked
package portzero.discovery;

import org.jspecify.annotations.NullMarked;
