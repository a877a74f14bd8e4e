/**
 * Running the tests of a suite against one submission after another, in three processes: a {@link
 * portzero.grader.run.coordinator.Coordinator coordinator}, its {@link portzero.grader.run.worker.Worker workers}, and the
 * submissions' own JVMs. Coordinator and worker know each other by the {@link portzero.grader.run.protocol protocol} alone, but
 * for the class that a worker is started with.
 */
@NullMarked
package portzero.grader.run;

import org.jspecify.annotations.NullMarked;
