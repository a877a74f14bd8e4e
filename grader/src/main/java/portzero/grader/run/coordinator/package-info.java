/** The process that a run is started in: gives submissions to workers, and keeps what comes of them. */
@NullMarked
package portzero.grader.run.coordinator;

import org.jspecify.annotations.NullMarked;
