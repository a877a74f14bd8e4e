/** Runs a lab's public tests again whenever a file of the work is saved, and tells the verdict at once. */
@NullMarked
package portzero.grader.watch;

import org.jspecify.annotations.NullMarked;
