/**
 * Lab 12: the headers of IPv4, IPv6, TCP and UDP, read from the bytes of a capture and written again.
 *
 * <p>The interfaces are given: {@link portzero.headers.Checksum}, {@link portzero.headers.Ipv4}, {@link
 * portzero.headers.Udp}, {@link portzero.headers.Tcp}, {@link portzero.headers.Ipv6} and {@link portzero.headers.Analyzer} say
 * what is asked for. {@link portzero.headers.InternetChecksum}, {@link portzero.headers.Ipv4Codec}, {@link
 * portzero.headers.UdpCodec}, {@link portzero.headers.TcpCodec}, {@link portzero.headers.Ipv6Codec} and {@link
 * portzero.headers.TcpAnalyzer} are yours to write.
 */
@NullMarked
package portzero.headers;

import org.jspecify.annotations.NullMarked;
