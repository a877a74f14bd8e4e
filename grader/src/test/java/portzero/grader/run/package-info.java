@NullMarked
package portzero.grader.run;

import org.jspecify.annotations.NullMarked;
