/**
 * What runs beside the student's classes in their own JVM: it creates objects, calls methods and
 * answers questions, on request over standard input and output. Depends on the JDK and the codec alone.
 */
@NullMarked
package portzero.testkit.host;

import org.jspecify.annotations.NullMarked;
