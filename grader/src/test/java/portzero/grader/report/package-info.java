/** Tests of the report, and a sample class to look at. */
@NullMarked
package portzero.grader.report;

import org.jspecify.annotations.NullMarked;
