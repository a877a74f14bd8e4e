/**
 * A process as the operating system shows it from outside: its threads, their times, its open files, and how it ended.
 */
@NullMarked
package portzero.testkit.process;

import org.jspecify.annotations.NullMarked;
