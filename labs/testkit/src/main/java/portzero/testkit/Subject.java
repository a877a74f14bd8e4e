package portzero.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a new object of the student's class, seen through the contract that is the parameter's type.
 *
 * <p>The class needs a constructor without parameters. An object that is {@link AutoCloseable} is closed after
 * the test, whatever the test did.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subject {
    /** The student's class, by the skeleton that stands for it here. */
    Class<?> value();
}
