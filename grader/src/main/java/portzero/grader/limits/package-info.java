/** What a submission may use: one list of all limits, and the values in force. Depends on nothing of ours. */
@NullMarked
package portzero.grader.limits;

import org.jspecify.annotations.NullMarked;
