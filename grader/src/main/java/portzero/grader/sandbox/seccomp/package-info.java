/** The filter that the kernel runs over every system call of a submission: see seccomp(2). */
@NullMarked
package portzero.grader.sandbox.seccomp;

import org.jspecify.annotations.NullMarked;
