/**
 * Lab 01: endpoints as text, port numbers, names, sockets that listen and sockets that connect.
 *
 * <p>The interfaces are given: {@link portzero.endpoints.Notation}, {@link portzero.endpoints.Ports},
 * {@link portzero.endpoints.Names}, {@link portzero.endpoints.Server} and {@link portzero.endpoints.Client} say what
 * is asked for. {@link portzero.endpoints.EndpointText}, {@link portzero.endpoints.PortNumbers},
 * {@link portzero.endpoints.HostNames}, {@link portzero.endpoints.EndpointServer} and
 * {@link portzero.endpoints.EndpointClient} are yours to write.
 */
@NullMarked
package portzero.endpoints;

import org.jspecify.annotations.NullMarked;
