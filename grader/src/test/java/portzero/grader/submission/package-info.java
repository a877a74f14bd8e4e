@NullMarked
package portzero.grader.submission;

import org.jspecify.annotations.NullMarked;
