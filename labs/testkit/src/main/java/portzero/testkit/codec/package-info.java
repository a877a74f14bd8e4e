/**
 * The pipe's language: a small self-limiting binary encoding of plain data.
 *
 * <p>Both ends of the pipe use it. The end in the submission's JVM is not trusted, so that the reading
 * side checks every length, depth, count and type before it acts on it.
 */
@NullMarked
package portzero.testkit.codec;

import org.jspecify.annotations.NullMarked;
