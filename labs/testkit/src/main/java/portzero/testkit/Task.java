package portzero.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The task of the exercise sheet that a test belongs to. Every test of a lab has one; it brings the kit along. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KitExtension.class)
public @interface Task {
    /** The task's number on the sheet, from 1. */
    int value();
}
