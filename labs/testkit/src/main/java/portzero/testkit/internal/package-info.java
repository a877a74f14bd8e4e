/** What one run of one test is made of; no test of a lab needs to know it. */
@NullMarked
package portzero.testkit.internal;

import org.jspecify.annotations.NullMarked;
