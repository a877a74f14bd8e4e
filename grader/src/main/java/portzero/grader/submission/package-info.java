/**
 * Submissions: finding them in a class folder, unpacking them safely, choosing a lab's files.
 *
 * <p>Everything here is read into memory within {@link portzero.grader.limits.Limits} and
 * nothing is written. What cannot be graded is refused with a {@link
 * portzero.grader.submission.RejectedException}, whose message tells the student what to do.
 */
@NullMarked
package portzero.grader.submission;

import org.jspecify.annotations.NullMarked;
