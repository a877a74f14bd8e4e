/**
 * Lab 03: messages on a stream of bytes, each with its length in front or with a line end behind it.
 *
 * <p>{@link portzero.framing.FrameClient} and {@link portzero.framing.LineClient} are given: they say what is asked
 * for. {@link portzero.framing.FrameSocket} and {@link portzero.framing.LineSocket} are yours to write.
 */
@NullMarked
package portzero.framing;

import org.jspecify.annotations.NullMarked;
