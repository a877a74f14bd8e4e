/** What a student's last runs found, and which hints they have had: for the map of the course, and for what comes next. */
@NullMarked
package portzero.grader.progress;

import org.jspecify.annotations.NullMarked;
