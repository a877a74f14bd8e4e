/** What commands print while they work, and the tables and summaries that they end with. */
@NullMarked
package portzero.grader.cli.console;

import org.jspecify.annotations.NullMarked;
