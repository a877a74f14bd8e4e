/**
 * Lab 09: data that arrives whole, whatever becomes of the datagrams that carry it.
 *
 * <p>{@link portzero.reliable.Codec}, {@link portzero.reliable.Sender}, {@link portzero.reliable.Receiver}, {@link
 * portzero.reliable.UploadClient} and {@link portzero.reliable.UploadServer} are given: they say what is asked for. {@link
 * portzero.reliable.PacketCodec}, {@link portzero.reliable.GoBackNSender}, {@link portzero.reliable.GoBackNReceiver}, {@link
 * portzero.reliable.UdpUploadClient} and {@link portzero.reliable.UdpUploadServer} are yours to write.
 */
@NullMarked
package portzero.reliable;

import org.jspecify.annotations.NullMarked;
