/** What coordinator and worker say to each other. */
@NullMarked
package portzero.grader.run.protocol;

import org.jspecify.annotations.NullMarked;
