/** The process that grades one submission after another: reads, compiles and tests it. */
@NullMarked
package portzero.grader.run.worker;

import org.jspecify.annotations.NullMarked;
