/**
 * Compiles submissions in this process: text in, class files in memory out.
 *
 * <p>Nothing of a submission is run: no annotation processor, no plug-in, and no file of a submission
 * is ever written to disk.
 */
@NullMarked
package portzero.grader.compile;

import org.jspecify.annotations.NullMarked;
