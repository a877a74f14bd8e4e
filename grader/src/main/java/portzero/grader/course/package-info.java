/** The course as files: which labs there are, where they lie, what a student hands in. */
@NullMarked
package portzero.grader.course;

import org.jspecify.annotations.NullMarked;
