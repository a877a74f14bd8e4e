@NullMarked
package portzero.testkit.external;

import org.jspecify.annotations.NullMarked;
