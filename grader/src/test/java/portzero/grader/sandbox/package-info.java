@NullMarked
package portzero.grader.sandbox;

import org.jspecify.annotations.NullMarked;
