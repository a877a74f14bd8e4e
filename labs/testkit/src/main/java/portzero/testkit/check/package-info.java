/** What a program leaves behind or does when nobody asks it to: open files, threads, sockets, a busy loop. */
@NullMarked
package portzero.testkit.check;

import org.jspecify.annotations.NullMarked;
