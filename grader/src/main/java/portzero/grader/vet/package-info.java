/** Vetting labs: proving that their tests tell right solutions from wrong ones. */
@NullMarked
package portzero.grader.vet;

import org.jspecify.annotations.NullMarked;
