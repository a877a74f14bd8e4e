/** Ladder diagrams: what went between the sides of a conversation, as arrows between lifelines. */
@NullMarked
package portzero.grader.ladder;

import org.jspecify.annotations.NullMarked;
