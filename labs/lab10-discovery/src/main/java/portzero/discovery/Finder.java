package portzero.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Finds out where services are.
 *
 * <p>Queries and answers are those of {@link Responder}. A finder sends one query, from a port of its own, and gathers the answers that
 * come to this port until its time is over. Nobody knows how many there will be, so it never ends earlier. The query's time to live is 1,
 * with which every socket begins.
 *
 * <ul>
 *   <li>An answer begins with 02 and the id of this query, and has a port from 1 to 65535 and a name of 1 to 60 characters, each an ASCII
 *       letter, a digit or a hyphen. Whatever else comes is ignored. Who sends it does not matter.
 *   <li>A service is found once, however often it answers. Two answers are of the same service if name, port and the address that they
 *       came from are the same; services that differ in one of these are different ones.
 *   <li>No two queries of a finder have the same id. (When all ids have been used they may come again.)
 * </ul>
 *
 * <p>One finder looks for one thing at a time, and several finders may do so at the same time. Nothing stays open when a method has ended,
 * in whatever way it ends.
 */
public interface Finder {

    /**
     * Asks a multicast group.
     *
     * @param type the type of the services to look for, see {@link Service}
     * @param group the multicast address of IPv4, and the port to send to
     * @param interfaceName the name of the interface by which the query is sent, {@code eth0} or {@code lo}; see {@link Member#join}
     * @param wait how long to gather answers, a millisecond to a minute; a little more is no harm, less is
     * @return what was found in that time, in any order; none, if nobody has answered
     * @throws IOException if there is no interface of that name, or sending or receiving fails
     */
    List<FoundService> find(String type, InetSocketAddress group, String interfaceName, Duration wait)
            throws IOException;

    /**
     * Asks all by broadcast.
     *
     * @param type as for {@link #find}
     * @param broadcast a broadcast address of this machine, {@code 192.168.1.255} or {@code 127.255.255.255}, and the port to send to
     * @param wait as for {@link #find}
     * @return as {@link #find}
     * @throws IOException if sending or receiving fails
     */
    List<FoundService> findByBroadcast(String type, InetSocketAddress broadcast, Duration wait) throws IOException;
}
