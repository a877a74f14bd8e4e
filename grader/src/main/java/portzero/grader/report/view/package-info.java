/**
 * What the templates of the report see: plain data, already chosen, worded and bounded, with control
 * characters as escapes. The templates escape it for HTML. Public because compiled templates live in
 * a package of their own.
 */
@NullMarked
package portzero.grader.report.view;

import org.jspecify.annotations.NullMarked;
