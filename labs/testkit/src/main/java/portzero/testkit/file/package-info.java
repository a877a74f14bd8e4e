/**
 * The test's side of the file system: a folder that the test and the student's program both see.
 */
@NullMarked
package portzero.testkit.file;

import org.jspecify.annotations.NullMarked;
