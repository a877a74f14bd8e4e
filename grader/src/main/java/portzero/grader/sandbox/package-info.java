/**
 * The walls around student code.
 *
 * <p>A trusted worker runs in a network namespace of its own; the subject, which runs student code,
 * runs inside that network namespace and has everything else to itself. {@link
 * portzero.grader.sandbox.Sandboxes} finds out what this machine can do; a {@link
 * portzero.grader.sandbox.Sandbox} turns commands into sandboxed commands and starts nothing itself.
 */
@NullMarked
package portzero.grader.sandbox;

import org.jspecify.annotations.NullMarked;
