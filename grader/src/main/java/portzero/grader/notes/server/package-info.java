/** The notes served on this machine while somebody writes them, and shown again after each change. */
@NullMarked
package portzero.grader.notes.server;

import org.jspecify.annotations.NullMarked;
