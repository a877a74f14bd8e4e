@NullMarked
package portzero.grader.run.coordinator;

import org.jspecify.annotations.NullMarked;
