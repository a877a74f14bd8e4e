/** Tests that fail on purpose, and what their failures must read like. */
@NullMarked
package portzero.testkit.story;

import org.jspecify.annotations.NullMarked;
