@NullMarked
package portzero.grader.run.worker;

import org.jspecify.annotations.NullMarked;
