/** Results for other programs: gradebooks, and a file for each student in the form that a platform reads. */
@NullMarked
package portzero.grader.export;

import org.jspecify.annotations.NullMarked;
