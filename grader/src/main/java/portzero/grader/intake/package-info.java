/**
 * Who handed in what: the entries of a folder of submissions become people, submissions and attempts.
 *
 * <p>Names of entries and the platform's own records decide, nothing that is inside a submission.
 */
@NullMarked
package portzero.grader.intake;

import org.jspecify.annotations.NullMarked;
