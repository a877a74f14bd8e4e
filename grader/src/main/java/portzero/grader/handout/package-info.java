/**
 * What students get: the course without hidden tests, solutions and mistakes, with a program that needs a JDK and nothing else.
 *
 * <p>A handout has the layout of a checkout, so that every command finds in it what it finds there. A list of its files,
 * {@link portzero.grader.handout.HandoutManifest}, tells later what in it is the student's.
 */
@NullMarked
package portzero.grader.handout;

import org.jspecify.annotations.NullMarked;
