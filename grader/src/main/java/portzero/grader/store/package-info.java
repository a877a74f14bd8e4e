/** The folder that results are kept in: its files, how they look, and who may write to it. */
@NullMarked
package portzero.grader.store;

import org.jspecify.annotations.NullMarked;
