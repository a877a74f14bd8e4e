/**
 * Names a mistake by the way in which tests fail: the kill matrix, read backwards.
 *
 * <p>A lab's {@link portzero.grader.mistake.MistakeTable} holds, for each of the course's mistakes, the tests that it fails and how.
 * {@link portzero.grader.mistake.MistakeMatcher} compares the failures of a submission with it. What comes of that is advice; no score
 * depends on it.
 */
@NullMarked
package portzero.grader.mistake;

import org.jspecify.annotations.NullMarked;
